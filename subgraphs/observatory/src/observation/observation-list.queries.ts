import type { KeysetList } from '@graphess/subgraph-kit';
import type { IndicatorCode } from '../indicator/indicator.code.ts';
import type { TerritoryLevel } from '../territory/territory.level.ts';
import { heldAtSql, OBSERVED_SQL } from './observed.sql.ts';
import type { PeriodInput } from './period.input.ts';

/** What is asked of the observations of a dataset; null keeps all. `breakdowns` are canonical texts. */
export type ObservationListFilter = {
  dataset: string;
  indicators: readonly IndicatorCode[] | null;
  within: string | null;
  level: TerritoryLevel | null;
  years: PeriodInput | null;
  breakdowns: readonly string[] | null;
  asOf: string | null;
};

/** The observations of a dataset that hold at an instant, in the order of their ids. */
export function observationList(filter: ObservationListFilter): KeysetList {
  const { dataset, indicators, within, level, years, breakdowns, asOf } = filter;
  return {
    name: 'observations/ID_ASC',
    sql: `
      SELECT ${OBSERVED_SQL}
        FROM observation o JOIN observation_revision r ON r.observation_id = o.id AND ${heldAtSql('$8::timestamptz')}
       WHERE o.dataset_code = $1 AND ($2::text[] IS NULL OR o.indicator_code = ANY($2))
         AND ($3::text IS NULL OR o.territory_id = $3
              OR EXISTS (SELECT FROM territory_link link WHERE link.part = o.territory_id AND link.whole = $3))
         AND ($4::text IS NULL OR EXISTS (SELECT FROM territory t WHERE t.id = o.territory_id AND t.level = $4))
         AND ($5::int IS NULL OR o.period BETWEEN $5 AND $6::int)
         AND ($7::text[] IS NULL OR o.breakdown = ANY($7))`,
    params: [dataset, indicators, within, level, years?.from ?? null, years?.to ?? null, breakdowns, asOf],
    order: [{ sql: 'id', type: 'text', notNull: true }],
  };
}
