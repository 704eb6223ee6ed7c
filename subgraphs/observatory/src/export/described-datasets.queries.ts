import type { EntityManager } from 'typeorm';
import type { CatalogDataset } from '../catalogue/catalog-dataset.ts';
import { parseBreakdown } from '../cube/breakdown.ts';
import { DIMENSION_CODES } from '../cube/dimension.catalogue.ts';

type Found = Omit<CatalogDataset, 'dimensions'> & { breakdowns: string[] };

/** The largest levels first: what a dataset covers is said by the largest places that it has values of. */
const LEVELS = ['COUNTRY', 'REGION', 'DEPARTMENT', 'EPT', 'EPCI', 'COMMUNE', 'QPV'];

const DESCRIBED_SQL = `
  SELECT d.code, d.title, d.licence, d.producer, d.update_frequency AS "updateFrequency",
         d.is_demonstration AS "isDemonstration", told.issued, told.modified, years.first AS "firstYear",
         years.last AS "lastYear",
         ARRAY(SELECT indicator_code FROM observation o WHERE o.dataset_code = d.code GROUP BY 1
                ORDER BY indicator_code COLLATE "C") AS indicators,
         ARRAY(SELECT breakdown FROM observation o WHERE o.dataset_code = d.code GROUP BY 1) AS breakdowns,
         ARRAY(SELECT jsonb_build_object('id', id, 'name', name) FROM (
                SELECT t.id, t.name, rank() OVER (ORDER BY array_position($1::text[], t.level)) AS place FROM territory t
                 WHERE t.id IN (SELECT o.territory_id FROM observation o WHERE o.dataset_code = d.code)) AS covered
               WHERE place = 1 ORDER BY id COLLATE "C" LIMIT 100) AS territories
    FROM dataset d,
         LATERAL (SELECT to_json(min(coalesce(released_at, first_loaded_at))) #>> '{}' AS issued,
                         to_json(max(greatest(coalesce(released_at, first_loaded_at), withdrawn_at))) #>> '{}' AS modified
                    FROM vintage v WHERE v.dataset_code = d.code) AS told,
         LATERAL (SELECT min(period) AS first, max(period) AS last FROM observation o WHERE o.dataset_code = d.code) AS years
   WHERE $2::text[] IS NULL OR d.code = ANY($2)
   ORDER BY d.code COLLATE "C"`;

/** Datasets as a catalogue tells them, all or those of some codes. Reads every observation of them: for the background. */
export async function describedDatasets(
  db: EntityManager,
  codes: readonly string[] | null,
): Promise<CatalogDataset[]> {
  const found: Found[] = await db.query(DESCRIBED_SQL, [LEVELS, codes]);
  return found.map(({ breakdowns, ...dataset }) => {
    const present = new Set(breakdowns.flatMap(parseBreakdown).map(({ dimension }) => dimension));
    return { ...dataset, dimensions: DIMENSION_CODES.filter((code) => present.has(code)) };
  });
}

/** Changes whenever a description may. */
export async function catalogueTag(db: EntityManager): Promise<string> {
  const [row]: { tag: string }[] = await db.query(
    `SELECT encode(sha256(convert_to(concat_ws(E'\\n',
              (SELECT string_agg(d::text, E'\\n' ORDER BY d.code) FROM dataset d),
              (SELECT string_agg(v::text, E'\\n' ORDER BY v.id) FROM vintage v),
              (SELECT string_agg(name || ' ' || fingerprint, E'\\n' ORDER BY name) FROM loaded_set)), 'UTF8')), 'hex') AS tag`,
  );
  return row?.tag ?? '';
}
