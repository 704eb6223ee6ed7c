import { loadMany, loadWithArguments } from '@graphess/subgraph-kit';
import type { IndicatorCode } from '../indicator/indicator.code.ts';
import type { ObservationAtInstant } from './observation.entity.ts';
import { ObservationRevision } from './observation-revision.entity.ts';
import type { PeriodInput } from './period.input.ts';

/** `asOf` is an instant of publication (RFC 3339), null for what holds today. */
export type ObservationCriteria = {
  codes: readonly IndicatorCode[];
  years: PeriodInput | null;
  asOf: string | null;
  isDemonstration: boolean;
};

type FoundRow = Omit<ObservationAtInstant, 'revision'> & NonNullable<ObservationAtInstant['revision']>;

/**
 * The latest observation of each indicator on each territory: the latest year first, then the latest publication. With
 * years, the latest publication of each; an observation without a year is then left out.
 */
export const observationsOfTerritory = loadWithArguments<ObservationCriteria, ObservationAtInstant[]>(
  async ({ db }, territories, { codes, years, asOf, isDemonstration }) => {
    const rows: FoundRow[] = await db.query(
      `SELECT DISTINCT ON (o.territory_id, o.indicator_code, asked.year)
              o.id, o.territory_id AS "territoryId", o.indicator_code AS "indicatorCode", o.period,
              o.is_demonstration AS "isDemonstration", r.vintage_id AS "vintageId", r.value, r.status, r.approximate,
              r.statement, r.quotation, r.source_ids AS "sourceIds",
              r.comparable_with_previous AS "comparableWithPrevious"
         FROM observation o
         JOIN observation_revision r ON r.observation_id = o.id,
         LATERAL (SELECT CASE WHEN $4::int IS NULL THEN NULL ELSE o.period END AS year) asked
        WHERE o.territory_id = ANY($1) AND o.indicator_code = ANY($2) AND o.is_demonstration = $3
          AND ($4::int IS NULL OR o.period BETWEEN $4 AND $5::int)
          AND CASE WHEN $6::timestamptz IS NULL THEN r.valid_to IS NULL
                   ELSE tstzrange(r.valid_from, r.valid_to) @> $6::timestamptz END
        ORDER BY o.territory_id, o.indicator_code, asked.year, o.period DESC NULLS LAST, r.valid_from DESC, o.id`,
      [territories, codes, isDemonstration, years?.from ?? null, years?.to ?? null, asOf],
    );
    return Map.groupBy(rows.map(toObservation), ({ territoryId }) => territoryId);
  },
);

function toObservation(row: FoundRow): ObservationAtInstant {
  const { id, territoryId, indicatorCode, period, isDemonstration, ...revision } = row;
  return { id, territoryId, indicatorCode, period, isDemonstration, revision };
}

/** Every revision of an observation, the first one first. */
export const revisionsOfObservation = loadMany<ObservationRevision>(
  ({ db }, ids) =>
    db
      .createQueryBuilder(ObservationRevision, 'r')
      .where('r.observation_id = ANY(:ids)', { ids: [...ids] })
      .orderBy({ 'r.observation_id': 'ASC', 'r.valid_from': 'ASC' })
      .getMany(),
  ({ observationId }) => observationId,
);
