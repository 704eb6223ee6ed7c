import { territoryArgument } from '@graphess/reference';
import type { Context } from '@graphess/subgraph-kit';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { datasetByCode } from '../dataset/dataset.queries.ts';
import { Indicator } from '../indicator/indicator.type.ts';
import { datasetArgument } from '../observation/observation.arguments.ts';
import { territoryIdOf } from '../territory/resolve-codes.ts';
import { TerritoryLevel } from '../territory/territory.level.ts';
import { type AvailableRow, availableOf } from './availability.queries.ts';
import { Availability } from './availability.type.ts';
import { dimensionsOf } from './breakdown.ts';
import { type DimensionCode, dimensionOf } from './dimension.catalogue.ts';
import { dimensionValuesOf } from './dimension-values.ts';
import { dimensionArgument } from './dimensions.argument.ts';

@Resolver(() => Indicator)
export class AvailabilityResolver {
  @FieldResolver(() => [Availability], {
    description:
      'Ce que l’on peut demander de l’indicateur sans obtenir de réponse vide : chaque combinaison, pour chaque année dite, a au moins une valeur à cet échelon. 5 000 combinaisons au plus.',
  })
  async availability(
    @Root() { code }: Indicator,
    @Arg('within', () => String, {
      nullable: true,
      description: 'Code du territoire englobant ; tous si absent.',
    })
    within: string | null,
    @Arg('level', () => TerritoryLevel, { nullable: true, description: 'Échelon ; tous si absent.' })
    level: TerritoryLevel | null,
    @Arg('dataset', () => String, {
      nullable: true,
      description: 'Jeu de données, par son code ; tous si absent.',
    })
    dataset: string | null,
    @Arg('dimensions', () => [String], {
      nullable: true,
      description: 'Dimensions du détail, exactement celles-là : `[]` pour les totaux. Toutes si absent.',
    })
    dimensions: string[] | null,
    @Arg('isDemonstration', () => Boolean, {
      defaultValue: false,
      description:
        'Vrai : seulement les valeurs inventées pour la démonstration ; faux : seulement les vraies.',
    })
    isDemonstration: boolean,
    @Ctx() ctx: Context,
  ): Promise<Availability[]> {
    const found = await availableOf(ctx, code, {
      within:
        within === null || within === undefined
          ? null
          : await territoryIdOf(ctx, territoryArgument('within', within)),
      level: level ?? null,
      dataset: datasetArgument(dataset),
      dimensions: dimensions?.map(dimensionArgument) ?? null,
      isDemonstration,
    });
    const groups = Map.groupBy(
      found ?? [],
      (row) => `${row.datasetCode}/${row.level}/${dimensionsOf(row.breakdown)}`,
    );
    return Promise.all([...groups.values()].map((rows) => availabilityOf(ctx, rows)));
  }
}

async function availabilityOf(ctx: Context, rows: readonly AvailableRow[]): Promise<Availability> {
  const [first] = rows;
  const dataset = first && (await datasetByCode(ctx).load(first.datasetCode));
  if (first === undefined || !dataset) throw new Error('An observation is of no dataset');
  const names = dimensionsOf(first.breakdown);
  return {
    dataset,
    level: first.level,
    dimensions: (names === '' ? [] : names.split('|')).map((name) => {
      const { code, label } = dimensionOf(name as DimensionCode);
      return { code, label };
    }),
    combinations: rows.map(({ breakdown, periods, undated, cells }) => ({
      dimensions: dimensionValuesOf(breakdown),
      ...{ periods, undated, cells },
    })),
  };
}
