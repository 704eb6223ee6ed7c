import { DateScalar } from '@graphess/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'La convention que le Département et un lauréat ont signée. Source : le Département.',
})
export class Agreement {
  applicationId!: string;

  @Field(() => DateScalar, { description: 'Jour de la signature.' })
  signedOn!: string;

  @Field(() => DateScalar, { description: 'Premier jour de la convention.' })
  startsOn!: string;

  @Field(() => DateScalar, { description: 'Dernier jour de la convention.' })
  endsOn!: string;

  @Field(() => Int, { description: 'Version, à rappeler pour modifier la convention ; 1 à la signature.' })
  version!: number;
}
