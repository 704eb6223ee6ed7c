import { DateScalar } from '@graphess/subgraph-kit';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'L’accompagnement d’une structure par un partenaire de l’appel à projets. Source : le Département, ou des documents.',
})
export class Support {
  owner!: string;
  partnerId!: string;
  callId!: string | null;
  sourceIds!: string[];

  @Field(() => ID, { description: 'Identifiant de l’accompagnement.' })
  id!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Premier jour, nul s’il n’est pas connu.' })
  since!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Dernier jour, nul tant que l’accompagnement dure.',
  })
  until!: string | null;
}
