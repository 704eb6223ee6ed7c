import type { LoadSettings } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';

/**
 * Notes which territories are not among `ids`, those of the official geographic code: they no longer lie anywhere. What
 * is known of them may still refer to them: `deleteRetiredTerritories` comes after that is loaded.
 */
export async function retireOthers(db: EntityManager, ids: readonly string[]): Promise<void> {
  await db.query('DELETE FROM retired_territory WHERE territory_id = ANY($1)', [ids]);
  await db.query(
    `INSERT INTO retired_territory (territory_id) SELECT id FROM territory WHERE NOT (id = ANY($1)) ON CONFLICT DO NOTHING`,
    [ids],
  );
}

/**
 * Deletes the retired territories that nothing refers to, and tells which ones are kept: those of which no movement tells
 * how they ended.
 */
export async function deleteRetiredTerritories(
  db: EntityManager,
  { onProgress }: Pick<LoadSettings, 'onProgress'>,
): Promise<void> {
  await db.query(
    `DELETE FROM territory t USING retired_territory retired
      WHERE retired.territory_id = t.id AND t.ended_on IS NULL
        AND NOT EXISTS (SELECT FROM organization o WHERE o.seat_id = t.id)
        AND NOT EXISTS (SELECT FROM organization_area a WHERE a.territory_id = t.id)
        AND NOT EXISTS (SELECT FROM observation o WHERE o.territory_id = t.id)
        AND NOT EXISTS (SELECT FROM shown_area s WHERE s.territory_id = t.id)`,
  );
  const kept: { id: string; name: string }[] = await db.query(
    'SELECT t.id, t.name FROM territory t JOIN retired_territory retired ON retired.territory_id = t.id WHERE t.ended_on IS NULL ORDER BY t.id',
  );
  for (const { id, name } of kept) {
    onProgress(
      `${name} (${id}) n’est plus dans le code officiel géographique ; le territoire est gardé, hors de tout autre, car des organisations ou des chiffres y renvoient encore.`,
    );
  }
}
