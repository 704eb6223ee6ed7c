import type { Feed } from '@graphess/subgraph-kit';
import { IS_PUBLISHED } from './application.queries.ts';

/** Serves, under the topic `laureate`, the organisations that have a published award: `{ id, isLaureate: true }`. */
export const laureateFeed: Feed = async (db, organizationIds) => {
  const rows: { id: string; isLaureate: true }[] = await db.query(
    `SELECT DISTINCT a.organization_id AS id, true AS "isLaureate" FROM application a
      WHERE a.organization_id = ANY($1) AND ${IS_PUBLISHED}`,
    [organizationIds],
  );
  return new Map(rows.map((row) => [row.id, row]));
};
