import { Field, ID, InputType } from 'type-graphql';
import { IDEMPOTENCY_KEY } from '../attempt/input-descriptions.ts';

@InputType({ description: 'La structure qui entre au Club des lauréats.' })
export class JoinClubInput {
  @Field(() => ID, { description: 'Structure lauréate : `ORG:…`.' })
  organizationId!: string;

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}

@InputType({ description: 'La structure qui quitte le Club des lauréats.' })
export class LeaveClubInput {
  @Field(() => ID, { description: 'Structure membre : `ORG:…`.' })
  organizationId!: string;

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}
