import { BadInput, type Context, DateTimeScalar } from '@graphess/subgraph-kit';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type IndicatorCode, isIndicatorCode } from '../indicator/indicator.code.ts';
import { Territory } from '../territory/territory.entity.ts';
import { Observation, type ObservationAtInstant } from './observation.entity.ts';
import { observationsOfTerritory } from './observation.queries.ts';
import { answersOf, MAX_CODES, MAX_YEARS } from './observation.rules.ts';
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
    @Arg('period', () => PeriodInput, { nullable: true, description: 'Années voulues, 50 au plus.' })
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
    @Ctx() ctx: Context,
  ): Promise<ObservationAtInstant[]> {
    const known = indicatorCodes(codes);
    const years = period === null || period === undefined ? null : checkedPeriod(period);
    const found = await observationsOfTerritory(ctx, id, {
      codes: known,
      years,
      asOf: asOf?.toISOString() ?? null,
      isDemonstration,
    });
    return answersOf(id, known, years, found ?? []);
  }
}

function indicatorCodes(codes: readonly string[]): IndicatorCode[] {
  if (codes.length > MAX_CODES) throw new BadInput('codes', `« codes » compte ${MAX_CODES} codes au plus.`);
  return codes.map((code) => {
    if (!isIndicatorCode(code))
      throw new BadInput('codes', `« codes » : l’indicateur « ${code} » n’existe pas.`);
    return code;
  });
}

function checkedPeriod({ from, to }: PeriodInput): PeriodInput {
  if (from > to) throw new BadInput('period', '« period » : la première année doit précéder la dernière.');
  if (to - from >= MAX_YEARS) throw new BadInput('period', `« period » couvre ${MAX_YEARS} années au plus.`);
  return { from, to };
}
