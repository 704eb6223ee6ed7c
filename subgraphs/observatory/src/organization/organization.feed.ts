import type { OrganizationValue } from '@graphess/reference';
import type { Feed } from '@graphess/subgraph-kit';

/**
 * Serves organisations to the other subgraphs: the keys and the names they are searched by, their
 * roles, and the living one that each leads to.
 */
export const organizationFeed: Feed = async (db, keys) => {
  const rows: OrganizationValue[] = await db.query(
    `SELECT id, name, aliases, siret, rna, legal_form, current_id,
            ARRAY(SELECT DISTINCT role FROM organization_role WHERE organization_id = organization.id ORDER BY role) AS roles
       FROM organization WHERE id = ANY($1)`,
    [keys],
  );
  return new Map(rows.map((row) => [row.id, row]));
};
