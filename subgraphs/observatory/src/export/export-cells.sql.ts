import { DIMENSION_CODES, type DimensionCode } from '../cube/dimension.catalogue.ts';
import type { ExportQuery } from './export-query.ts';

/**
 * The observations `o` of a dataset that a query keeps, as the end of a statement whose first parameters are those of
 * `cellParameters`.
 */
export const KEPT_CELLS_SQL = `
  o.dataset_code = $1
  AND ($2::text[] IS NULL OR o.indicator_code = ANY($2))
  AND ($3::text[] IS NULL OR o.territory_id = ANY($3))
  AND ($4::int IS NULL OR o.period >= $4) AND ($5::int IS NULL OR o.period <= $5)
  AND ($6::text IS NULL OR regexp_replace(o.breakdown, '=[^|]*', '', 'g') = $6)
  AND NOT EXISTS (SELECT FROM jsonb_array_elements($7::jsonb) AS kept(codes)
                   WHERE NOT kept.codes ?| string_to_array(o.breakdown, '|'))`;

/** The revision `r` of an observation `o` that held at the instant of the query, the eighth parameter. */
export const HELD_REVISION_SQL = `
  SELECT * FROM observation_revision held
   WHERE held.observation_id = o.id AND held.valid_from <= $8::timestamptz
     AND (held.valid_to IS NULL OR held.valid_to > $8::timestamptz)
   ORDER BY held.valid_from DESC LIMIT 1`;

export function cellParameters(query: ExportQuery): unknown[] {
  const { datasetCode, indicators, territories, from, to, dimensions, asOf } = query;
  const codesOf = (code: DimensionCode) => dimensions?.find(({ dimension }) => dimension === code)?.in;
  const names = DIMENSION_CODES.filter((code) => codesOf(code) !== undefined);
  const restricted = names.flatMap((name) => {
    const codes = codesOf(name) ?? [];
    return codes.length === 0 ? [] : [codes.map((code) => `${name}=${code}`)];
  });
  return [
    datasetCode,
    indicators,
    territories,
    from,
    to,
    dimensions === null ? null : names.join('|'),
    JSON.stringify(restricted),
    asOf,
  ];
}
