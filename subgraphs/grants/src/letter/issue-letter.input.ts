import { Field, ID, InputType } from 'type-graphql';
import { IDEMPOTENCY_KEY } from '../attempt/input-descriptions.ts';

@InputType({ description: 'Une lettre à émettre.' })
export class IssueLetterInput {
  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'La candidature, lauréate ou refusée.' })
  applicationId!: string;
}
