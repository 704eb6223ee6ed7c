import { DateScalar } from '@graphess/subgraph-kit';
import { Field, ID, InputType, Int } from 'type-graphql';
import { EXPECTED_VERSION, IDEMPOTENCY_KEY, REASON } from '../attempt/input-descriptions.ts';

@InputType()
abstract class ActionOnApplicationInput {
  @Field(() => ID, { description: 'Identifiant de la candidature : `APP:…`.' })
  id!: string;

  @Field(() => Int, { description: EXPECTED_VERSION })
  expectedVersion!: number;

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}

@InputType({ description: 'La candidature à mettre à l’instruction.' })
export class StartReviewInput extends ActionOnApplicationInput {}

@InputType({ description: 'La candidature à déclarer irrecevable, et pourquoi.' })
export class DeclareIneligibleInput extends ActionOnApplicationInput {
  @Field(() => String, { description: `${REASON} La structure le lit.` })
  reason!: string;
}

@InputType({ description: 'Les précisions à demander.' })
export class RequestInformationInput extends ActionOnApplicationInput {
  @Field(() => String, { description: `${REASON} La structure le lit.` })
  reason!: string;

  @Field(() => [String], {
    description: 'Points à préciser ou à corriger, de 1 à 20, de 3 à 2 000 caractères chacun.',
  })
  points!: string[];

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Dernier jour souhaité pour répondre, à Paris ; passé ce jour, la structure peut encore répondre.',
  })
  dueOn!: string | null;
}

@InputType({ description: 'La candidature à retirer.' })
export class WithdrawApplicationInput extends ActionOnApplicationInput {
  @Field(() => String, { nullable: true, description: 'Motif, de 3 à 2 000 caractères, s’il est donné.' })
  reason!: string | null;
}
