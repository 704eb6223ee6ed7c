import type { Feed } from '@graphess/subgraph-kit';

/** Serves, under the topic `laureate`, the organisations that have a published award: `{ id, isLaureate: true }`. */
export const laureateFeed: Feed = async (db, organizationIds) => {
  const rows: { id: string; isLaureate: true }[] = await db.query(
    `SELECT DISTINCT organization_id AS id, true AS "isLaureate" FROM application
      WHERE organization_id = ANY($1) AND state = 'AWARDED'`,
    [organizationIds],
  );
  return new Map(rows.map((row) => [row.id, row]));
};
