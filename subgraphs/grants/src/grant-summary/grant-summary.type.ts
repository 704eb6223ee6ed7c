import { Money } from '@graphess/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Ce que l’appel à projets a accordé dans un territoire.' })
export class GrantSummary {
  @Field(() => Int, {
    nullable: true,
    description: 'Candidatures, nulles tant que leur territoire n’est pas connu.',
  })
  applications!: number | null;

  @Field(() => Int, {
    description: 'Lauréats dont le nom est publié et dont le projet agit dans le territoire.',
  })
  awarded!: number;

  @Field(() => Money, {
    nullable: true,
    description:
      'Montant accordé ; nul dès qu’un montant n’est pas connu, ou tant que des lauréats ne sont pas publiés et peuvent agir ici.',
  })
  granted!: Money | null;

  @Field(() => Int, { nullable: true, description: 'Dernière année où un lauréat publié y a été désigné.' })
  lastAwardYear!: number | null;
}
