import type { EntityManager } from 'typeorm';

/**
 * Ids of the territories of France that statistics are not kept of: all but the shown département, its communes, its EPT
 * and their communes, its EPCI, its région and the départements of that région.
 */
export async function territoriesElsewhere(db: EntityManager): Promise<Set<string>> {
  const rows: { id: string }[] = await db.query(`
    WITH shown AS (SELECT territory_id AS id FROM shown_area),
    commune AS (
      SELECT link.part AS id FROM territory_link link JOIN shown ON shown.id = link.whole WHERE link.part LIKE 'COM:%'
    ), around AS (
      SELECT link.whole AS id FROM territory_link link JOIN commune ON commune.id = link.part
       UNION SELECT link.whole FROM territory_link link JOIN shown ON shown.id = link.part
    ), kept AS (
      SELECT id FROM shown UNION SELECT id FROM commune UNION SELECT id FROM around
       UNION SELECT link.part FROM territory_link link JOIN around ON around.id = link.whole
              WHERE (around.id LIKE 'EPT:%' AND link.part LIKE 'COM:%')
                 OR (around.id LIKE 'REG:%' AND link.part LIKE 'DEP:%')
    )
    SELECT id FROM territory WHERE EXISTS (SELECT FROM shown) AND NOT EXISTS (SELECT FROM kept WHERE kept.id = territory.id)`);
  return new Set(rows.map(({ id }) => id));
}
