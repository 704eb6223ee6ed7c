import { DateScalar } from '@graphess/subgraph-kit';
import { Field, ID, InputType, Int } from 'type-graphql';
import { IDEMPOTENCY_KEY } from '../attempt/input-descriptions.ts';

@InputType({ description: 'Des créneaux d’audition qui se suivent, un même jour et dans un même lieu.' })
export class PlanAuditionsInput {
  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;

  @Field(() => Int, { description: 'Numéro de l’édition.' })
  edition!: number;

  @Field(() => DateScalar, { description: 'Jour, à Paris.' })
  day!: string;

  @Field(() => String, { description: 'Heure du premier créneau, à Paris : HH:MM.' })
  from!: string;

  @Field(() => Int, { description: 'Durée d’un créneau, de 5 à 240 minutes.' })
  slotMinutes!: number;

  @Field(() => Int, { description: 'Nombre de créneaux, de 1 à 60.' })
  count!: number;

  @Field(() => String, { description: 'Lieu : il ne reçoit qu’une audition à la fois.' })
  place!: string;
}

@InputType({ description: 'Un créneau d’audition donné à une candidature, ou rendu libre.' })
export class AssignAuditionSlotInput {
  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Le créneau.' })
  slotId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'La candidature présélectionnée, qui rend le créneau qu’elle avait ; nulle pour le libérer.',
  })
  applicationId?: string | null;
}
