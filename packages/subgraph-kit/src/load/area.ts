import type { EntityManager } from 'typeorm';

/**
 * Binds a database to the area whose rows it holds, at the first call. Returns the area that it is bound to: another
 * one than asked means that the caller must not load.
 */
export async function claimArea(db: EntityManager, area: string): Promise<string> {
  await db.query(
    `INSERT INTO loaded_set (name, fingerprint, row_count, loaded_at) VALUES ('area', $1, 0, now()) ON CONFLICT DO NOTHING`,
    [area],
  );
  const [held]: { fingerprint: string }[] = await db.query(
    `SELECT fingerprint FROM loaded_set WHERE name = 'area'`,
  );
  return held?.fingerprint ?? area;
}
