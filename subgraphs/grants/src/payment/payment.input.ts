import { DateScalar } from '@graphess/subgraph-kit';
import { Field, ID, InputType, Int } from 'type-graphql';
import { IDEMPOTENCY_KEY, REASON } from '../attempt/input-descriptions.ts';

@InputType({ description: 'Un versement qui a été fait.' })
export class RecordPaymentInput {
  @Field(() => ID, { description: 'Candidature lauréate : `APP:…`.' })
  applicationId!: string;

  @Field(() => Int, { description: 'Numéro du versement dans la convention.' })
  number!: number;

  @Field(() => DateScalar, { description: 'Jour où il a été fait, aujourd’hui au plus tard.' })
  paidOn!: string;

  @Field(() => String, { description: 'Référence comptable, de 1 à 60 caractères.' })
  reference!: string;

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}

@InputType({ description: 'Un versement noté comme fait, et qui ne l’est pas.' })
export class CancelPaymentInput {
  @Field(() => ID, { description: 'Candidature lauréate : `APP:…`.' })
  applicationId!: string;

  @Field(() => Int, { description: 'Numéro du versement dans la convention.' })
  number!: number;

  @Field(() => String, { description: REASON })
  reason!: string;

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}
