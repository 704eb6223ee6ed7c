import { type Context, DateTimeScalar } from '@graphess/subgraph-kit';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Territory } from '../territory/territory.entity.ts';
import { codesArgument, countAsked, datasetArgument, periodArgument } from './observation.arguments.ts';
import { Observation, type ObservationAtInstant } from './observation.entity.ts';
import { observationsOfTerritory } from './observation.queries.ts';
import { answerCountOf, answersOf } from './observation.rules.ts';
import { PeriodInput } from './period.input.ts';

@Resolver(() => Territory)
export class TerritoryIndicatorsResolver {
  @FieldResolver(() => [Observation], {
    description:
      'Chaque indicateur demandé, dans l’ordre de la demande : sa dernière observation, ou une observation `MISSING`. Avec `period`, une observation par année ; celles dont la source ne dit pas l’année sont alors laissées de côté.',
  })
  async indicators(
    @Root() { id }: Territory,
    @Arg('codes', () => [String], { description: 'Codes des indicateurs, 50 au plus.' }) codes: string[],
    @Arg('period', () => PeriodInput, {
      nullable: true,
      description: 'Années voulues, 50 au plus, et 200 observations au plus par territoire.',
    })
    period: PeriodInput | null,
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
      description: 'Jeu de données qui doit répondre, par son code ; tous si absent.',
    })
    dataset: string | null,
    @Ctx() ctx: Context,
  ): Promise<ObservationAtInstant[]> {
    const asked = codesArgument(codes);
    const years = periodArgument(period, asked);
    countAsked(ctx, answerCountOf(asked, years));
    const found = await observationsOfTerritory(ctx, id, {
      codes: [...new Set(asked)],
      years,
      asOf: asOf?.toISOString() ?? null,
      isDemonstration,
      dataset: datasetArgument(dataset),
    });
    return answersOf(id, asked, years, found ?? []);
  }
}
