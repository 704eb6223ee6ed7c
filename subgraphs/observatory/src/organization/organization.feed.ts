import type { OrganizationValue } from '@graphess/reference';
import type { Feed } from '@graphess/subgraph-kit';

/**
 * Serves organisations to the other subgraphs: the keys and the names they are searched by, and the
 * living one that each leads to.
 */
export const organizationFeed: Feed = async (db, keys) => {
  const rows: OrganizationValue[] = await db.query(
    'SELECT id, name, aliases, siret, current_id FROM organization WHERE id = ANY($1)',
    [keys],
  );
  return new Map(rows.map((row) => [row.id, row]));
};
