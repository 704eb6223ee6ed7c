import { Field, ObjectType } from 'type-graphql';
import { Dataset } from '../dataset/dataset.entity.ts';
import { Observation, type ObservationAtInstant } from '../observation/observation.entity.ts';
import { Territory } from '../territory/territory.entity.ts';
import { DimensionValue } from './dimension-value.type.ts';

@ObjectType({
  description:
    'Les valeurs d’un indicateur pour un territoire et un détail, année par année, tirées d’un seul jeu de données.',
})
export class Series {
  @Field(() => Territory, { description: 'Territoire de la série.' })
  territory!: Territory;

  @Field(() => [DimensionValue], { description: 'Détail de la série ; liste vide pour un total.' })
  dimensions!: DimensionValue[];

  @Field(() => [Observation], {
    description: 'Une observation pour chaque année demandée, la plus ancienne d’abord.',
  })
  observations!: ObservationAtInstant[];

  @Field(() => Dataset, {
    nullable: true,
    description: 'Jeu de données dont viennent toutes les valeurs, nul quand il n’y en a aucune.',
  })
  dataset!: Dataset | null;
}
