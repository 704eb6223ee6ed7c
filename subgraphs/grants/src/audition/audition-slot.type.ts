import { DateTimeScalar } from '@graphess/subgraph-kit';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Un créneau d’audition devant le jury.' })
export class AuditionSlot {
  @Field(() => ID, { description: 'Identifiant du créneau.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'Début.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Fin.' })
  endsAt!: Date;

  @Field(() => String, { description: 'Lieu.' })
  place!: string;

  callId!: string;
  applicationId!: string | null;
}
