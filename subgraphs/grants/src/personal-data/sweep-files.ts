import type { FileStorage } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';

/** Which of the files `$1` of a folder a row leads to: none does to a letter of refusal whose reason was taken out. */
const KEPT: Readonly<Record<string, string>> = {
  attachments: 'SELECT t.id::text AS id FROM attachment t WHERE t.id::text = ANY($1)',
  letters: `SELECT l.id::text AS id FROM letter l JOIN application a ON a.id = l.application_id
             WHERE l.id::text = ANY($1) AND NOT (l.kind = 'REFUSAL' AND a.personal_data_erased_at IS NOT NULL)`,
};

/**
 * Removes the files put before an instant that no row leads to: of processes that died between a commit and the removal of
 * a file, or between a file and its commit. How many.
 */
export async function sweepFiles(db: EntityManager, storage: FileStorage, before: Date): Promise<number> {
  let removed = 0;
  for (const [folder, sql] of Object.entries(KEPT)) {
    const keys = await storage.keysIn(folder, before);
    const ids = keys.map((key) => key.slice(folder.length + 1));
    const rows: { id: string }[] = await db.query(sql, [ids]);
    const kept = new Set(rows.map(({ id }) => `${folder}/${id}`));
    for (const key of keys) {
      if (kept.has(key)) continue;
      await storage.remove(key);
      removed += 1;
    }
  }
  await storage.sweep(before);
  return removed;
}
