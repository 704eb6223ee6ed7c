import { territoryArgument } from '@graphess/reference';
import {
  BadInput,
  type Connection,
  type Context,
  connectionOf,
  countRows,
  DateTimeScalar,
  keysetPage,
  PageArguments,
  toConnection,
} from '@graphess/subgraph-kit';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { DimensionFilter } from '../cube/dimension-filter.input.ts';
import { combinationsArgument } from '../cube/dimensions.argument.ts';
import { territoryIdOf } from '../territory/resolve-codes.ts';
import { TerritoryLevel } from '../territory/territory.level.ts';
import { checkPeriod, codesArgument, datasetArgument } from './observation.arguments.ts';
import { Observation, type ObservationAtInstant } from './observation.entity.ts';
import { observationList } from './observation-list.queries.ts';
import { type ObservedRow, toObservation } from './observed.sql.ts';
import { PeriodInput } from './period.input.ts';

const { Connection: ObservationConnection } = connectionOf(() => Observation, {
  name: 'Observation',
  items: 'observations',
});

@Resolver()
export class ObservationListResolver {
  @Query(() => ObservationConnection, {
    description:
      'Toutes les observations d’un jeu de données, détaillées ou non, datées ou non, par identifiant : celles qu’un export donnerait.',
  })
  async observations(
    @Arg('dataset', () => String, { description: 'Code du jeu de données, par exemple `ESS-FLORES`.' })
    dataset: string,
    @Arg('indicators', () => [String], {
      nullable: true,
      description: 'Codes des indicateurs voulus, 50 au plus ; tous si absent.',
    })
    indicators: string[] | null,
    @Arg('within', () => String, {
      nullable: true,
      description: 'Code d’un territoire : lui et ceux qui partagent une commune avec lui. Tous si absent.',
    })
    within: string | null,
    @Arg('level', () => TerritoryLevel, { nullable: true, description: 'Échelon voulu ; tous si absent.' })
    level: TerritoryLevel | null,
    @Arg('period', () => PeriodInput, {
      nullable: true,
      description: 'Années voulues ; toutes si absent, avec les observations sans année.',
    })
    period: PeriodInput | null,
    @Arg('dimensions', () => [DimensionFilter], {
      nullable: true,
      description: 'Détail voulu : `[]` pour les totaux. Tous si absent.',
    })
    dimensions: DimensionFilter[] | null,
    @Arg('asOf', () => DateTimeScalar, {
      nullable: true,
      description:
        'Instant de publication : seulement ce qui était publié à cet instant. Aujourd’hui si absent.',
    })
    asOf: Date | null,
    @Args(() => PageArguments) asked: PageArguments,
    @Ctx() ctx: Context,
  ): Promise<Connection<ObservationAtInstant>> {
    const code = datasetArgument(dataset);
    if (code === null) throw new BadInput('dataset', '« dataset » est obligatoire.');
    if (period) checkPeriod(period);
    const list = observationList({
      dataset: code,
      indicators: indicators && codesArgument(indicators, 'indicators'),
      within:
        within === null || within === undefined
          ? null
          : await territoryIdOf(ctx, territoryArgument('within', within)),
      level: level ?? null,
      years: period ?? null,
      breakdowns: dimensions && combinationsArgument(dimensions),
      asOf: asOf?.toISOString() ?? null,
    });
    const page = await keysetPage<ObservedRow>(ctx.db, list, asked);
    return toConnection(page, () => countRows(ctx.db, list), toObservation);
  }
}
