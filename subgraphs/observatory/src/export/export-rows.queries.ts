import type { EntityManager } from 'typeorm';
import type { ExportRow } from '../format/export-row.ts';
import { indicatorOf } from '../indicator/indicator.catalogue.ts';
import { publicValueSql } from '../observation/public-value.sql.ts';
import { cellParameters, HELD_REVISION_SQL, KEPT_CELLS_SQL } from './export-cells.sql.ts';
import type { ExportQuery } from './export-query.ts';

const PAGE = 5_000;
const shown = publicValueSql('o', 'r');

/**
 * Pages of observations, each with what held at the instant, in the order of the files. A page at a time: a client that
 * reads slowly keeps no connection, and no transaction open. The indicator, detail, place and year are the key.
 */
const PAGE_SQL = `
  SELECT o.indicator_code AS indicator, o.breakdown, o.territory_id AS territory, o.period,
         t.name AS "territoryName", t.level AS "territoryLevel", v.label AS vintage, r.id IS NOT NULL AS held,
         ${shown.value} AS value, CASE WHEN ${shown.secret} THEN 'SUPPRESSED' ELSE r.status END AS status,
         r.approximate, ${shown.statement} AS statement, ${shown.sourceIds} AS "sourceIds"
    FROM (SELECT o.* FROM observation o
           WHERE ${KEPT_CELLS_SQL}
             AND ($9::text IS NULL OR
                  (o.indicator_code COLLATE "C", o.breakdown COLLATE "C", o.territory_id COLLATE "C",
                   coalesce(o.period, 0)) > ($9::text, $10::text, $11::text, $12::int))
           ORDER BY o.indicator_code COLLATE "C", o.breakdown COLLATE "C", o.territory_id COLLATE "C",
                    coalesce(o.period, 0)
           LIMIT ${PAGE}) AS o
    JOIN territory t ON t.id = o.territory_id
    LEFT JOIN LATERAL (${HELD_REVISION_SQL}) AS r ON true
    LEFT JOIN vintage v ON v.id = ${shown.vintageId}
   ORDER BY o.indicator_code COLLATE "C", o.breakdown COLLATE "C", o.territory_id COLLATE "C", coalesce(o.period, 0)`;

type FoundRow = Omit<ExportRow, 'dataset' | 'territoryCode' | 'source' | 'unit'> & {
  held: boolean;
  sourceIds: string[];
};

/** The cells that a query keeps, as anybody may read them, in the order of the files. */
export async function* exportRows(
  db: EntityManager,
  query: ExportQuery,
  signal?: AbortSignal,
): AsyncGenerator<ExportRow> {
  const parameters = cellParameters(query);
  const citations = citationReader(db);
  let after: (string | number | null)[] = [null, null, null, null];
  for (;;) {
    signal?.throwIfAborted();
    const page: FoundRow[] = await db.query(PAGE_SQL, [...parameters, ...after]);
    await citations.learn(page);
    for (const { held, sourceIds, ...row } of page) {
      if (!held) continue;
      yield {
        ...row,
        dataset: query.datasetCode,
        territoryCode: row.territory.slice(row.territory.indexOf(':') + 1),
        source: citations.of(sourceIds),
        unit: indicatorOf(row.indicator)?.unit ?? '',
      };
    }
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = [last.indicator, last.breakdown, last.territory, last.period ?? 0];
  }
}

/** Citations are few, and rows are many. */
function citationReader(db: EntityManager) {
  const known = new Map<string, string>();
  return {
    async learn(rows: readonly { sourceIds: string[] | null }[]): Promise<void> {
      const missing = new Set(
        rows.flatMap(({ sourceIds }) => sourceIds ?? []).filter((id) => !known.has(id)),
      );
      if (missing.size === 0) return;
      const found: { id: string; citation: string }[] = await db.query(
        'SELECT id, citation FROM source WHERE id = ANY($1)',
        [[...missing]],
      );
      for (const { id, citation } of found) known.set(id, citation);
    },
    of: (ids: readonly string[]) => ids.map((id) => known.get(id) ?? id).join(' ; '),
  };
}
