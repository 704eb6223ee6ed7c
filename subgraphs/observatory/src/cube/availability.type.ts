import { Field, Int, ObjectType } from 'type-graphql';
import { Dataset } from '../dataset/dataset.entity.ts';
import { TerritoryLevel } from '../territory/territory.level.ts';
import { DimensionValue } from './dimension-value.type.ts';

@ObjectType({ description: 'Une dimension par laquelle des valeurs sont détaillées.' })
export class Dimension {
  @Field(() => String, { description: 'Code, par exemple `ESS_FAMILY`.' })
  code!: string;

  @Field(() => String, { description: 'Libellé.' })
  label!: string;
}

@ObjectType({
  description: 'Une combinaison de modalités qui a au moins une valeur pour chacune de ses années.',
})
export class AvailableCombination {
  @Field(() => [DimensionValue], { description: 'Les modalités ; liste vide pour le total.' })
  dimensions!: DimensionValue[];

  @Field(() => [Int], { description: 'Années qui ont au moins une valeur, publiée ou masquée.' })
  periods!: number[];

  @Field(() => Boolean, { description: 'Vrai s’il y a aussi une valeur dont la source ne dit pas l’année.' })
  undated!: boolean;

  @Field(() => Int, { description: 'Nombre de valeurs, publiées ou masquées.' })
  cells!: number;
}

@ObjectType({
  description:
    'Ce qu’un jeu de données permet de demander d’un indicateur, à un échelon, pour un jeu de dimensions.',
})
export class Availability {
  @Field(() => Dataset, { description: 'Jeu de données.' })
  dataset!: Dataset;

  @Field(() => TerritoryLevel, { description: 'Échelon des territoires.' })
  level!: TerritoryLevel;

  @Field(() => [Dimension], { description: 'Dimensions du détail ; liste vide pour les totaux.' })
  dimensions!: Dimension[];

  @Field(() => [AvailableCombination], { description: 'Combinaisons qui ont au moins une valeur.' })
  combinations!: AvailableCombination[];
}
