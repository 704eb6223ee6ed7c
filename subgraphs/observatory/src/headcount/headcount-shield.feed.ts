import type { Feed } from '@graphess/subgraph-kit';

/** Serves to the directory of structures what it may not say. */
export const headcountShieldFeed: Feed = async (db, keys) => {
  const rows: { id: string; hasSecret: boolean; leastContributors: number | null }[] = await db.query(
    `SELECT id, has_secret AS "hasSecret", least_contributors AS "leastContributors"
       FROM headcount_shield WHERE id = ANY($1)`,
    [keys],
  );
  return new Map(rows.map((row) => [row.id, row]));
};
