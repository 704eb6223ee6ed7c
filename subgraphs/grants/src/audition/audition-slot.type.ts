import { DateTimeScalar } from '@graphess/subgraph-kit';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Un créneau d’audition devant le jury.' })
export class AuditionSlot {
  @Field(() => ID, { description: 'Identifiant du créneau.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'Instant où l’audition commence.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Instant où elle finit.' })
  endsAt!: Date;

  @Field(() => String, { description: 'Lieu de l’audition.' })
  place!: string;

  callId!: string;
  applicationId!: string | null;
}
