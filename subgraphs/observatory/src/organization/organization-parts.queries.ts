import { type Context, loadMany } from '@graphess/subgraph-kit';
import type { OrganizationArea } from './organization-area.entity.ts';
import type { OrganizationLink } from './organization-link.entity.ts';
import type { OrganizationRole } from './organization-role.entity.ts';

/** A part under the living organisation that it counts for; `organizationId` stays the one that the source speaks of. */
type Part<Row> = Row & { owner: string };

/** Roles of the organisation and of those that were merged into it, the same one once. */
export const rolesOfOrganization = parts<OrganizationRole>(`
  SELECT * FROM (
    SELECT DISTINCT ON (owner.current_id, r.role, r.since, r.until, r.source_id)
           owner.current_id AS owner, owner.merge_depth, r.id, r.organization_id AS "organizationId", r.position, r.role,
           r.since::text AS since, r.until::text AS until, r.source_id AS "sourceId"
      FROM organization owner JOIN organization_role r ON r.organization_id = owner.id
     WHERE owner.current_id = ANY($1)
     ORDER BY owner.current_id, r.role, r.since, r.until, r.source_id, owner.merge_depth, owner.id) each
   ORDER BY owner, merge_depth, "organizationId", position`);

/** Pages of the organisation and of those that were merged into it, the same one once. */
export const linksOfOrganization = parts<OrganizationLink>(`
  SELECT * FROM (
    SELECT DISTINCT ON (owner.current_id, l.url, l.label, l.source_id)
           owner.current_id AS owner, owner.merge_depth, l.id, l.organization_id AS "organizationId", l.position, l.url,
           l.label, l.source_id AS "sourceId"
      FROM organization owner JOIN organization_link l ON l.organization_id = owner.id
     WHERE owner.current_id = ANY($1)
     ORDER BY owner.current_id, l.url, l.label, l.source_id, owner.merge_depth, owner.id) each
   ORDER BY owner, merge_depth, "organizationId", position`);

/** Territories that the organisation, or one that was merged into it, acts in. */
export const areasOfOrganization = parts<OrganizationArea>(`
  SELECT DISTINCT ON (owner.current_id, a.territory_id)
         owner.current_id AS owner, a.id, a.organization_id AS "organizationId", a.territory_id AS "territoryId"
    FROM organization owner JOIN organization_area a ON a.organization_id = owner.id
   WHERE owner.current_id = ANY($1)
   ORDER BY owner.current_id, a.territory_id, owner.merge_depth, owner.id`);

function parts<Row>(sql: string) {
  return loadMany<Part<Row>>(
    ({ db }: Context, ids) => db.query(sql, [ids]),
    ({ owner }) => owner,
  );
}
