import { Field, ID, InputType, Int } from 'type-graphql';
import { IDEMPOTENCY_KEY, REASON } from '../attempt/attempt.ts';

@InputType({ description: 'L’affirmation à retenir parmi celles qui se contredisent.' })
export class MarkClaimCurrentInput {
  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'L’affirmation.' })
  id!: string;

  @Field(() => String, { description: REASON })
  reason!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Version du choix tel qu’il a été lu (`claimVersion`) : une autre est un conflit.',
  })
  expectedVersion?: number | null;
}
