import { DateTimeScalar } from '@graphess/subgraph-kit';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Observation, type ObservationAtInstant } from '../observation/observation.entity.ts';

export const ChangeKind = { UPSERT: 'UPSERT', DELETE: 'DELETE' } as const;
export type ChangeKind = (typeof ChangeKind)[keyof typeof ChangeKind];

registerEnumType(ChangeKind, {
  name: 'ChangeKind',
  description: 'Ce qu’un changement demande à une copie.',
  valuesConfig: {
    UPSERT: { description: 'Ajouter l’observation, ou la remplacer.' },
    DELETE: { description: 'L’ôter : elle n’a plus de valeur.' },
  },
});

@ObjectType({
  description:
    'Le dernier changement d’une observation. Une copie qui applique les changements dans l’ordre est égale à ce qui est publié.',
})
export class ObservationChange {
  @Field(() => ChangeKind, { description: 'Ce qu’il demande à une copie.' })
  kind!: ChangeKind;

  @Field(() => String, { description: 'Clé de l’observation : son identifiant.' })
  key!: string;

  @Field(() => Observation, {
    nullable: true,
    description:
      'L’observation telle qu’elle est publiée aujourd’hui, sans valeur si elle est secrète ; nulle si elle est ôtée.',
  })
  observation!: ObservationAtInstant | null;

  @Field(() => DateTimeScalar, { description: 'Instant de publication du changement.' })
  changedAt!: Date;
}

@ObjectType({ description: 'Une page de changements, du plus ancien au plus récent.' })
export class ObservationChangePage {
  @Field(() => [ObservationChange], { description: 'Les changements.' })
  changes!: ObservationChange[];

  @Field(() => String, { description: 'Où reprendre : à donner à `since` la fois suivante.' })
  nextCursor!: string;

  @Field(() => Boolean, { description: 'Vrai s’il y en a d’autres dès maintenant.' })
  hasMore!: boolean;
}
