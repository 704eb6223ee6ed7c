import { territoryArgument } from '@graphess/reference';
import { BadInput, type Context, DateTimeScalar } from '@graphess/subgraph-kit';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { datasetByCode } from '../dataset/dataset.queries.ts';
import type { IndicatorCode } from '../indicator/indicator.code.ts';
import { Indicator } from '../indicator/indicator.type.ts';
import { checkPeriod, countAsked, datasetArgument } from '../observation/observation.arguments.ts';
import { missingObservation, yearsOf } from '../observation/observation.rules.ts';
import { PeriodInput } from '../observation/period.input.ts';
import { territoryIdOf } from '../territory/resolve-codes.ts';
import { territoriesById } from '../territory/territory.queries.ts';
import { DimensionFilter } from './dimension-filter.input.ts';
import { dimensionValuesOf } from './dimension-values.ts';
import { combinationsArgument } from './dimensions.argument.ts';
import { cellsOfSeries, type SeriesCell } from './series.queries.ts';
import { Series } from './series.type.ts';

const MAX_TERRITORIES = 1_000;

@Resolver(() => Indicator)
export class SeriesResolver {
  @FieldResolver(() => [Series], {
    description:
      'Les séries de l’indicateur : une pour chaque territoire connu et chaque combinaison de modalités, dans l’ordre demandé. Une année sans valeur a une observation `MISSING`. Une série ne mêle pas deux sources : parmi les jeux de données qui ont une valeur, celui qui a publié le plus récemment répond.',
  })
  async series(
    @Root() { code }: Indicator,
    @Arg('territories', () => [String], {
      description:
        'Codes des territoires, de tout échelon, 1 000 au plus ; les codes inconnus sont laissés de côté.',
    })
    territories: string[],
    @Arg('period', () => PeriodInput, { description: 'Années voulues, 50 au plus.' }) period: PeriodInput,
    @Arg('dimensions', () => [DimensionFilter], {
      nullable: true,
      description:
        'Détail voulu : toutes les combinaisons des modalités données, 1 000 au plus. Le total si absent.',
    })
    dimensions: DimensionFilter[] | null,
    @Arg('asOf', () => DateTimeScalar, {
      nullable: true,
      description:
        'Instant de publication : seulement ce qui était publié à cet instant. Aujourd’hui si absent.',
    })
    asOf: Date | null,
    @Arg('isDemonstration', () => Boolean, {
      defaultValue: false,
      description:
        'Vrai : seulement les valeurs inventées pour la démonstration ; faux : seulement les vraies.',
    })
    isDemonstration: boolean,
    @Arg('dataset', () => String, {
      nullable: true,
      description: 'Jeu de données dont tirer les séries, par son code ; tous si absent.',
    })
    dataset: string | null,
    @Ctx() ctx: Context,
  ): Promise<Series[]> {
    const ids = territoriesArgument(territories);
    checkPeriod(period);
    const years = yearsOf(period);
    const breakdowns = combinationsArgument(dimensions);
    countAsked(ctx, ids.length * breakdowns.length * years.length, 'territories');
    const own = await Promise.all(ids.map((id) => territoryIdOf(ctx, id)));
    const known = await territoriesById(ctx, [...new Set(own)]);
    const indicator = code as IndicatorCode;
    const cells = await cellsOfSeries(ctx).load(
      JSON.stringify({
        ...{ indicator, breakdowns, from: period.from, to: period.to },
        ...{ territories: known.map(({ id }) => id), asOf: asOf?.toISOString() ?? null },
        ...{ isDemonstration, dataset: datasetArgument(dataset) },
      }),
    );
    const bySeries = Map.groupBy(
      cells,
      ({ observation }) => `${observation.territoryId}/${observation.breakdown}`,
    );
    return Promise.all(
      known.flatMap((territory) =>
        breakdowns.map(async (breakdown): Promise<Series> => {
          const found: readonly SeriesCell[] = bySeries.get(`${territory.id}/${breakdown}`) ?? [];
          const byYear = new Map(found.map(({ observation }) => [observation.period, observation]));
          const [first] = found;
          return {
            territory,
            dimensions: dimensionValuesOf(breakdown),
            observations: years.map(
              (year) => byYear.get(year) ?? missingObservation(territory.id, indicator, year, breakdown),
            ),
            dataset: first === undefined ? null : await datasetByCode(ctx).load(first.datasetCode),
          };
        }),
      ),
    );
  }
}

function territoriesArgument(codes: readonly string[]): string[] {
  if (codes.length > MAX_TERRITORIES) {
    throw new BadInput('territories', '« territories » compte 1 000 territoires au plus.');
  }
  return [...new Set(codes.map((code) => territoryArgument('territories', code)))];
}
