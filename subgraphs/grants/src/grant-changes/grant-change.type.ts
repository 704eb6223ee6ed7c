import { DateTimeScalar } from '@graphess/subgraph-kit';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Application } from '../application/application.entity.ts';

export const GrantChangeKind = { UPSERT: 'UPSERT', DELETE: 'DELETE' } as const;
export type GrantChangeKind = (typeof GrantChangeKind)[keyof typeof GrantChangeKind];

registerEnumType(GrantChangeKind, {
  name: 'GrantChangeKind',
  description: 'Ce qu’un changement demande à une copie des lauréats.',
  valuesConfig: {
    UPSERT: { description: 'Ajouter le lauréat, ou le remplacer.' },
    DELETE: { description: 'L’ôter : la décision est reprise, ou le lauréat s’est retiré.' },
  },
});

@ObjectType({
  description:
    'Le dernier changement de ce qui est public d’un lauréat. Une copie qui applique les changements dans l’ordre est égale à la liste des lauréats.',
})
export class GrantChange {
  @Field(() => GrantChangeKind, { description: 'Ce qu’il demande à une copie.' })
  kind!: GrantChangeKind;

  @Field(() => String, { description: 'Clé du lauréat : l’identifiant de sa candidature.' })
  key!: string;

  @Field(() => Application, {
    nullable: true,
    description: 'Le lauréat tel qu’il est public aujourd’hui ; nul s’il est ôté.',
  })
  application!: Application | null;

  @Field(() => DateTimeScalar, { description: 'Instant du changement.' })
  changedAt!: Date;
}

@ObjectType({ description: 'Une page de changements, du plus ancien au plus récent.' })
export class GrantChangePage {
  @Field(() => [GrantChange], { description: 'Les changements.' })
  changes!: GrantChange[];

  @Field(() => String, { description: 'Où reprendre : à donner à `since` la fois suivante.' })
  nextCursor!: string;

  @Field(() => Boolean, { description: 'Vrai s’il y en a d’autres dès maintenant.' })
  hasMore!: boolean;
}
