import { DateScalar } from '@graphess/subgraph-kit';
import { Field, ID, InputType, Int } from 'type-graphql';
import { IDEMPOTENCY_KEY } from '../attempt/input-descriptions.ts';

@InputType({ description: 'Un accompagnement qui commence.' })
export class RecordSupportInput {
  @Field(() => ID, { description: 'Structure accompagnée : `ORG:…`.' })
  organizationId!: string;

  @Field(() => ID, { description: 'Structure qui accompagne : `ORG:…`.' })
  partnerId!: string;

  @Field(() => Int, { nullable: true, description: 'Édition qui y donne droit, s’il y en a une.' })
  edition?: number | null;

  @Field(() => DateScalar, { description: 'Premier jour, aujourd’hui au plus tard.' })
  since!: string;

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}

@InputType({ description: 'Un accompagnement qui finit.' })
export class EndSupportInput {
  @Field(() => ID, { description: 'Accompagnement.' })
  id!: string;

  @Field(() => DateScalar, { description: 'Dernier jour, aujourd’hui au plus tard.' })
  until!: string;

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}
