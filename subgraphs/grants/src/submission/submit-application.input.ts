import { Field, ID, InputType, Int } from 'type-graphql';
import { EXPECTED_VERSION, IDEMPOTENCY_KEY } from '../attempt/input-descriptions.ts';

@InputType({ description: 'Le brouillon à déposer.' })
export class SubmitApplicationInput {
  @Field(() => ID, { description: 'Identifiant du brouillon : `APP:…`.' })
  draftId!: string;

  @Field(() => Int, { description: EXPECTED_VERSION })
  expectedVersion!: number;

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}
