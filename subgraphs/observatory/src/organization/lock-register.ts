import type { EntityManager } from 'typeorm';
import type { Standing } from './organization-merge.rules.ts';

/**
 * Lets nobody else write organisations until the transaction ends, and reads where some of them stand, null for one
 * that does not exist. A statement on no row takes the lock of the change log, which every writer takes before any row.
 */
export async function lockedStandings<Ids extends readonly string[]>(
  tx: EntityManager,
  ids: Ids,
): Promise<{ [Index in keyof Ids]: Standing | null }> {
  await tx.query('UPDATE organization SET id = id WHERE false');
  const rows: Standing[] = await tx.query(
    `SELECT o.id, o.current_id AS "currentId", o.is_demonstration AS "isDemonstration",
            (SELECT count(*)::int FROM organization m WHERE m.current_id = o.id) AS records,
            (SELECT (1 + count(*) + count(act.undone_at))::int
               FROM organization_merge act WHERE o.id IN (act.organization_id, act.into_id)) AS version
       FROM organization o WHERE o.id = ANY($1)`,
    [ids],
  );
  return ids.map((id) => rows.find((row) => row.id === id) ?? null) as {
    [Index in keyof Ids]: Standing | null;
  };
}
