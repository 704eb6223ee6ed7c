import type { EntityManager } from 'typeorm';
import { EPT_SINCE, REGIONS_MADE_IN_2016, REGIONS_SINCE } from './known-history.ts';

/**
 * Those of the territories whose code or extent is known to have changed after `from` and up to `to`, two days of
 * geography in either order: their figures of these two days are not comparable. A commune changes with its code, and with
 * any commune merged into it or taken from it; a larger territory when a commune enters or leaves it, not when two of its
 * own merge. Of EPCI nothing is known. One statement.
 */
export async function changedBetween(
  db: EntityManager,
  territoryIds: readonly string[],
  from: string,
  to: string,
): Promise<Set<string>> {
  const rows: { id: string }[] = await db.query(
    `WITH span AS (SELECT least($2::date, $3::date) AS since, greatest($2::date, $3::date) AS until),
     crossing AS (
       SELECT m.effective_on AS day,
              coalesce((SELECT own.territory_id FROM territory_code own
                         WHERE own.code = 'COM:' || m.code_before AND own.own AND own.valid_from < m.effective_on
                           AND (own.valid_to IS NULL OR m.effective_on <= own.valid_to)),
                       'COM:' || m.code_before) AS before,
              coalesce((SELECT own.territory_id FROM territory_code own
                         WHERE own.code = 'COM:' || m.code_after AND own.own AND own.valid_from <= m.effective_on
                           AND (own.valid_to IS NULL OR m.effective_on < own.valid_to)),
                       'COM:' || m.code_after) AS after
         FROM span, territory_movement m
        WHERE m.type_before = 'COM' AND m.type_after = 'COM' AND m.code_before <> m.code_after
          AND m.effective_on > span.since AND m.effective_on <= span.until),
     recoded AS (
       SELECT code.territory_id AS id, code.valid_from AS day FROM span, territory_code code
        WHERE code.own AND code.valid_from > span.since AND code.valid_from <= span.until
          AND EXISTS (SELECT FROM territory_code former WHERE former.own AND former.territory_id = code.territory_id
                         AND former.valid_to = code.valid_from)),
     communes AS (
       SELECT before AS id, day, before, after FROM crossing
       UNION ALL SELECT after, day, before, after FROM crossing
       UNION ALL SELECT id, day, id, id FROM recoded),
     bounds AS (
       SELECT communes.before AS commune, link.whole, communes.day, 'before' AS side, communes.after AS other
         FROM communes JOIN dated_territory_link link ON link.part = communes.before
              AND link.valid_from < communes.day AND (link.valid_to IS NULL OR communes.day <= link.valid_to)
       UNION ALL
       SELECT communes.after, link.whole, communes.day, 'after', communes.before
         FROM communes JOIN dated_territory_link link ON link.part = communes.after
              AND link.valid_from <= communes.day AND (link.valid_to IS NULL OR communes.day < link.valid_to)
        -- The day on which all EPT, or all régions, begin to be known moves no commune.
        WHERE link.whole LIKE 'DEP:%' OR link.valid_from < communes.day OR link.valid_from NOT IN ($4::date, $5::date)),
     wider AS (
       SELECT whole AS id FROM bounds
        WHERE NOT EXISTS (
          SELECT FROM bounds across WHERE across.whole = bounds.whole AND across.day = bounds.day
             AND across.side <> bounds.side AND across.commune = bounds.other AND across.other = bounds.commune))
     SELECT t.id FROM territory t, span
      WHERE t.id = ANY($1)
        AND (t.id IN (SELECT id FROM communes)
             OR t.id IN (SELECT id FROM wider)
             OR t.level = 'EPT' AND span.since < $4::date AND $4::date <= span.until
             OR t.id = ANY($6::text[]) AND span.since < $5::date AND $5::date <= span.until)`,
    [territoryIds, from, to, EPT_SINCE, REGIONS_SINCE, REGIONS_MADE_IN_2016],
  );
  return new Set(rows.map(({ id }) => id));
}
