import type { EntityManager } from 'typeorm';
import type { Geography } from './cube-cell.ts';

/**
 * The communes of each EPT, EPCI, département and région on a day of geography: dated where movements are known, those of
 * the loaded geographic code otherwise. Larger territories that contain none of `communes` are left out.
 */
export async function geographyOn(
  db: EntityManager,
  day: string | null,
  communes: readonly string[],
): Promise<Geography> {
  const rows: { whole: string; parts: string[] }[] = await db.query(
    `WITH present AS (
       SELECT link.part, link.whole FROM territory_link link
         JOIN territory part ON part.id = link.part AND part.level = 'COMMUNE' AND part.ended_on IS NULL),
     loaded AS (
       SELECT coalesce(max(cog_on), '-infinity') AS cog_on, coalesce(bool_or(movements_sha256 IS NOT NULL), false) AS moved
         FROM loaded_geography),
     told AS (
       SELECT present.whole FROM present, loaded
        GROUP BY present.whole, loaded.moved
       HAVING loaded.moved OR bool_and(present.part IN (
                SELECT territory_id FROM territory_code WHERE own AND valid_from > '-infinity'))),
     -- Of an EPCI no date is known; nor is that of a territory whose communes’ movements nobody imported.
     dated_whole AS (
       SELECT told.whole FROM told, loaded
        WHERE $1::date < loaded.cog_on AND told.whole IN (SELECT whole FROM dated_territory_link)),
     lying AS (
       SELECT part, whole FROM present WHERE whole NOT IN (SELECT whole FROM dated_whole)
       UNION
       SELECT part, whole FROM dated_territory_link
        WHERE whole IN (SELECT whole FROM dated_whole)
          AND valid_from <= $1::date AND (valid_to IS NULL OR $1::date < valid_to))
     SELECT whole, array_agg(part ORDER BY part) AS parts FROM lying
      WHERE whole IN (SELECT whole FROM lying WHERE part = ANY($2))
      GROUP BY whole ORDER BY whole`,
    [day, communes],
  );
  return new Map(rows.map(({ whole, parts }) => [whole, parts]));
}

/** The geography of each day that a publication asks of, read once. */
export async function geographies(tx: EntityManager): Promise<(day: string | null) => Promise<Geography>> {
  const rows: { id: string }[] = await tx.query(
    `SELECT territory_id AS id FROM next_cell UNION SELECT territory_id FROM observation WHERE NOT is_demonstration`,
  );
  const communes = rows.map(({ id }) => id).filter((id) => id.startsWith('COM:'));
  const known = new Map<string | null, Promise<Geography>>();
  return (day) => {
    const found = known.get(day) ?? geographyOn(tx, day, communes);
    known.set(day, found);
    return found;
  };
}
