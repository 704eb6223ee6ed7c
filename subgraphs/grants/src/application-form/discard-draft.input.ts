import { Field, ID, InputType, Int } from 'type-graphql';
import { EXPECTED_VERSION, IDEMPOTENCY_KEY } from '../attempt/input-descriptions.ts';

@InputType({ description: 'Le brouillon à jeter.' })
export class DiscardDraftInput {
  @Field(() => ID, { description: 'Identifiant de la candidature : `APP:…`.' })
  id!: string;

  @Field(() => Int, { description: EXPECTED_VERSION })
  expectedVersion!: number;

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}
