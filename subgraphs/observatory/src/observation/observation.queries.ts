import { loadMany, loadWithArguments } from '@graphess/subgraph-kit';
import type { IndicatorCode } from '../indicator/indicator.code.ts';
import type { ObservationAtInstant } from './observation.entity.ts';
import type { ObservationRevision } from './observation-revision.entity.ts';
import { heldAtSql, OBSERVED_SQL, type ObservedRow, toObservation } from './observed.sql.ts';
import type { PeriodInput } from './period.input.ts';
import { publicValueSql } from './public-value.sql.ts';

/** `asOf` is an instant of publication (RFC 3339), null for what holds today; without `dataset`, all may answer. */
export type ObservationCriteria = {
  codes: readonly IndicatorCode[];
  years: PeriodInput | null;
  asOf: string | null;
  isDemonstration: boolean;
  dataset: string | null;
};

/**
 * The latest total of each indicator on each territory: the latest year first, then the latest publication. With years,
 * the latest publication of each; an observation without a year is then left out.
 */
export const observationsOfTerritory = loadWithArguments<ObservationCriteria, ObservationAtInstant[]>(
  async ({ db }, territories, { codes, years, asOf, isDemonstration, dataset }) => {
    const rows: ObservedRow[] = await db.query(
      `SELECT DISTINCT ON (o.territory_id, o.indicator_code, asked.year) ${OBSERVED_SQL}
         FROM observation o
         JOIN observation_revision r ON r.observation_id = o.id,
         LATERAL (SELECT CASE WHEN $4::int IS NULL THEN NULL ELSE o.period END AS year) asked
        WHERE o.territory_id = ANY($1) AND o.indicator_code = ANY($2) AND o.is_demonstration = $3 AND o.breakdown = ''
          AND ($4::int IS NULL OR o.period BETWEEN $4 AND $5::int)
          AND ${heldAtSql('$6::timestamptz')}
          AND ($7::text IS NULL OR o.dataset_code = $7)
        ORDER BY o.territory_id, o.indicator_code, asked.year, o.period DESC NULLS LAST, r.valid_from DESC, o.id`,
      [territories, codes, isDemonstration, years?.from ?? null, years?.to ?? null, asOf, dataset],
    );
    return Map.groupBy(rows.map(toObservation), ({ territoryId }) => territoryId);
  },
);

/** A revision as anybody may read it. */
export type ShownRevision = Pick<
  ObservationRevision,
  | 'observationId'
  | 'vintageId'
  | 'validFrom'
  | 'validTo'
  | 'value'
  | 'status'
  | 'quotation'
  | 'sourceIds'
  | 'reason'
>;

const shown = publicValueSql('o', 'r');

/** What was published of an observation, the first value first, secrets left out. */
export const revisionsOfObservation = loadMany<ShownRevision>(
  ({ db }, ids) =>
    db.query(
      `SELECT r.observation_id AS "observationId", ${shown.vintageId} AS "vintageId", r.valid_from AS "validFrom",
              r.valid_to AS "validTo", ${shown.value} AS value, ${shown.status} AS status,
              ${shown.quotation} AS quotation, ${shown.sourceIds} AS "sourceIds", ${shown.reason} AS reason
         FROM observation o JOIN observation_revision r ON r.observation_id = o.id
        WHERE o.id = ANY($1) ORDER BY o.id, r.valid_from`,
      [ids],
    ),
  ({ observationId }) => observationId,
);
