import type { KeysetList } from '@graphess/subgraph-kit';
import { ORGANIZATION_COLUMNS } from './organization.queries.ts';
import type { OrgRole } from './organization.role.ts';

export type OrganizationCriteria = {
  search: string | null;
  sirets: readonly string[] | null;
  sirens: readonly string[] | null;
  rnas: readonly string[] | null;
  roles: readonly OrgRole[] | null;
  within: string | null;
  isDemonstration: boolean | null;
};

/** Living organisations by name. What is true of one that was merged into another is true of that other. */
export function organizationList(criteria: OrganizationCriteria): KeysetList {
  return {
    name: 'organizations/NAME_ASC',
    sql: `
      SELECT o.id, o.name, ${ORGANIZATION_COLUMNS}
        FROM organization o
       WHERE o.merged_into IS NULL
         AND ($1::text IS NULL OR ${someMember('extensions.fold_matches(m.folded, $1)')})
         AND ($2::text[] IS NULL OR ${someMember('m.siret = ANY($2)')})
         AND ($3::text[] IS NULL OR ${someMember('left(m.siret, 9) = ANY($3)')})
         AND ($4::text[] IS NULL OR ${someMember('m.rna = ANY($4)')})
         AND ($5::text[] IS NULL OR ${someMember(`EXISTS (
               SELECT FROM organization_role r WHERE r.organization_id = m.id AND r.role = ANY($5))`)})
         AND ($6::text IS NULL OR ${someMember(`EXISTS (
               SELECT FROM (SELECT m.seat_id AS id
                            UNION ALL
                            SELECT a.territory_id FROM organization_area a WHERE a.organization_id = m.id) place
                WHERE place.id = $6 OR EXISTS (
                  SELECT FROM territory_link link
                   WHERE link.part = place.id AND link.whole = $6 AND NOT link.partial))`)})
         AND ($7::boolean IS NULL OR o.is_demonstration = $7)`,
    params: [
      criteria.search,
      criteria.sirets,
      criteria.sirens,
      criteria.rnas,
      criteria.roles,
      criteria.within,
      criteria.isDemonstration,
    ],
    order: [
      { sql: 'name COLLATE extensions.french', type: 'text', notNull: true },
      { sql: 'id', type: 'text', notNull: true },
    ],
  };
}

const someMember = (condition: string) =>
  `EXISTS (SELECT FROM organization m WHERE m.current_id = o.id AND ${condition})`;
