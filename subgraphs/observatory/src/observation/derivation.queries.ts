import { loadOne } from '@graphess/subgraph-kit';
import type { IndicatorCode } from '../indicator/indicator.code.ts';

/** The cell of an input, and whether it is a secret now. */
type InputCell = {
  id: string;
  indicatorCode: IndicatorCode;
  territoryId: string;
  period: number | null;
  secret: boolean;
};

export const inputCellById = loadOne<InputCell>(
  ({ db }, ids) =>
    db.query(
      `SELECT o.id, o.indicator_code AS "indicatorCode", o.territory_id AS "territoryId", o.period,
              o.secret_since IS NOT NULL OR EXISTS (
                SELECT FROM observation_revision r
                 WHERE r.observation_id = o.id AND starts_with(r.status, 'SUPPRESSED')) AS secret
         FROM observation o WHERE o.id = ANY($1)`,
      [ids],
    ),
  ({ id }) => id,
);

/** The sources that a vintage cites for an observation. */
export const inputSourcesByKey = loadOne<{ key: string; sourceIds: string[] }>(
  ({ db }, keys) =>
    db.query(
      `SELECT DISTINCT ON (key) asked.key, r.source_ids AS "sourceIds"
         FROM unnest($1::text[], $2::text[], $3::text[]) AS asked(key, observation_id, vintage_id)
         JOIN observation_revision r ON r.observation_id = asked.observation_id
        ORDER BY key, (r.vintage_id = asked.vintage_id) DESC, r.valid_from DESC`,
      [keys, ...inputKeyColumns(keys)],
    ),
  ({ key }) => key,
);

/** Key of the sources of an observation's value in a vintage. */
export function inputSourcesKey(observationId: string, vintageId: string | null): string {
  return JSON.stringify([observationId, vintageId]);
}

function inputKeyColumns(keys: readonly string[]): [ids: string[], vintages: (string | null)[]] {
  const pairs = keys.map((key) => JSON.parse(key) as [string, string | null]);
  return [pairs.map(([id]) => id), pairs.map(([, vintage]) => vintage)];
}
