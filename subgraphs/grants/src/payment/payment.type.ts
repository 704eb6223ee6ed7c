import { DateScalar, DateTimeScalar } from '@graphess/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'Un versement noté comme fait, puis annulé par un autre agent. Source : le Département.',
})
export class PaymentCancellation {
  applicationId!: string;
  number!: number;

  @Field(() => DateScalar, { description: 'Jour auquel le versement avait été noté.' })
  paidOn!: string;

  @Field(() => String, { description: 'Référence du versement annulé.' })
  reference!: string;

  @Field(() => DateTimeScalar, { description: 'Instant de l’annulation.' })
  cancelledAt!: Date;

  @Field(() => String, { description: 'Motif de l’annulation.' })
  reason!: string;
}

@ObjectType({ description: 'Un versement prévu par la convention, fait ou non. Source : le Département.' })
export class Payment {
  applicationId!: string;
  cents!: number;

  @Field(() => Int, { description: 'Numéro du versement dans la convention, à partir de 1.' })
  number!: number;

  @Field(() => DateScalar, { description: 'Jour où il est dû.' })
  dueOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Jour où il a été fait, nul tant qu’il ne l’est pas.',
  })
  paidOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Référence comptable, nulle tant qu’il n’est pas fait.',
  })
  reference!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code du compte rendu qui doit être accepté avant ce versement, nul s’il n’en attend aucun.',
  })
  afterReport!: string | null;
}
