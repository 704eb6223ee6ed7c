import type { ObservationAtInstant } from './observation.entity.ts';
import { publicValueSql } from './public-value.sql.ts';
import { withoutSecret } from './secrecy.rules.ts';

const shown = publicValueSql('o', 'r');

/** An observation `o` with its revision `r`, as anybody may read them: columns of `ObservedRow`. */
export const OBSERVED_SQL = `
  o.id, o.territory_id AS "territoryId", o.indicator_code AS "indicatorCode", o.period,
  o.is_demonstration AS "isDemonstration", o.breakdown, ${shown.vintageId} AS "vintageId", ${shown.value} AS value,
  ${shown.status} AS status, r.approximate, ${shown.statement} AS statement, ${shown.quotation} AS quotation,
  ${shown.sourceIds} AS "sourceIds", r.comparable_with_previous AS "comparableWithPrevious", ${shown.inputs} AS inputs`;

/** Whether a revision `r` is the one that held at an instant of publication; today's where the instant is null. */
export function heldAtSql(instant: string): string {
  return `CASE WHEN ${instant} IS NULL THEN r.valid_to IS NULL ELSE tstzrange(r.valid_from, r.valid_to) @> ${instant} END`;
}

export type ObservedRow = Omit<ObservationAtInstant, 'revision'> &
  NonNullable<ObservationAtInstant['revision']>;

export function toObservation(row: ObservedRow): ObservationAtInstant {
  const { id, territoryId, indicatorCode, period, isDemonstration, breakdown, ...revision } = row;
  return {
    id,
    territoryId,
    indicatorCode,
    period,
    isDemonstration,
    breakdown,
    revision: withoutSecret(revision, null),
  };
}
