import type { EntityManager } from 'typeorm';
import { parseBreakdown } from '../cube/breakdown.ts';
import { DIMENSION_CODES, dimensionLabel } from '../cube/dimension.catalogue.ts';
import type { ExportHead } from '../format/export-row.ts';
import type { IndicatorCode } from '../indicator/indicator.code.ts';
import { cellParameters, HELD_REVISION_SQL, KEPT_CELLS_SQL } from './export-cells.sql.ts';
import type { ExportQuery } from './export-query.ts';

/** What the cells of a file have in common, each list in the order of the rows. */
type Found = Pick<ExportHead, 'rowCount' | 'indicators' | 'territories' | 'periods'> & {
  breakdowns: string[];
};

const HEAD_SQL = `
  WITH cell AS MATERIALIZED (
    SELECT o.indicator_code, o.breakdown, o.territory_id, o.period
      FROM observation o JOIN LATERAL (${HELD_REVISION_SQL}) AS r ON true
     WHERE ${KEPT_CELLS_SQL})
  SELECT (SELECT count(*)::int FROM cell) AS "rowCount",
         ARRAY(SELECT indicator_code FROM cell GROUP BY 1 ORDER BY indicator_code COLLATE "C") AS indicators,
         ARRAY(SELECT breakdown FROM cell GROUP BY 1 ORDER BY breakdown COLLATE "C") AS breakdowns,
         ARRAY(SELECT to_jsonb(p) FROM (SELECT period FROM cell GROUP BY 1 ORDER BY coalesce(period, 0)) AS each(p)) AS periods,
         ARRAY(SELECT jsonb_build_object('id', t.id, 'name', t.name, 'level', t.level) FROM territory t
                WHERE t.id IN (SELECT territory_id FROM cell) ORDER BY t.id COLLATE "C") AS territories`;

/** The head of the file of a query, but what its dataset says. */
export async function exportHead(
  db: EntityManager,
  query: ExportQuery,
): Promise<Pick<ExportHead, 'rowCount' | 'indicators' | 'territories' | 'periods' | 'dimensions'>> {
  const [found]: Found[] = await db.query(HEAD_SQL, cellParameters(query));
  if (found === undefined) throw new TypeError('A query without grouping has one row');
  const { breakdowns, ...head } = found;
  const present = breakdowns.flatMap(parseBreakdown);
  const dimensions = DIMENSION_CODES.flatMap((dimension) => {
    const codes = new Set(present.filter((each) => each.dimension === dimension).map(({ code }) => code));
    if (codes.size === 0) return [];
    const values = [...codes]
      .sort()
      .map((code) => ({ code, label: dimensionLabel(dimension, code) ?? code }));
    return [{ dimension, values }];
  });
  return { ...head, indicators: head.indicators as IndicatorCode[], dimensions };
}
