import { DateScalar } from '@graphess/subgraph-kit';
import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Un membre du Club des lauréats. Source : le Département.' })
export class ClubMember {
  organizationId!: string;
  sourceIds!: string[];

  @Field(() => String, { description: 'Nom de la structure.' })
  name!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Jour de son entrée, nul s’il n’est pas connu.' })
  since!: string | null;
}
