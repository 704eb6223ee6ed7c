import { type Context, type KeysetList, loadMany, loadOne } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { Organization } from './organization.entity.ts';
import type { OrgRole } from './organization.role.ts';
import { OrganizationArea } from './organization-area.entity.ts';
import { OrganizationLink } from './organization-link.entity.ts';
import { OrganizationRole } from './organization-role.entity.ts';

export const organizationById = loadOne<Organization>(
  ({ db }, ids) =>
    db
      .createQueryBuilder(Organization, 'o')
      .where('o.id = ANY(:ids)', { ids: [...ids] })
      .getMany(),
  ({ id }) => id,
);

/** The organisation of a SIRET or an RNA number. Where several share it: a real one first, then the first by id. */
export function principalOrganization(
  db: EntityManager,
  by: 'siret' | 'rna',
  value: string,
): Promise<Organization | null> {
  return db
    .createQueryBuilder(Organization, 'o')
    .where(`o.${by} = :value`, { value })
    .orderBy({ 'o.is_demonstration': 'ASC', 'o.id': 'ASC' })
    .limit(1)
    .getOne();
}

export const rolesOfOrganization = loadMany<OrganizationRole>(
  ({ db }, ids) =>
    db
      .createQueryBuilder(OrganizationRole, 'r')
      .where('r.organization_id = ANY(:ids)', { ids: [...ids] })
      .orderBy({ 'r.organization_id': 'ASC', 'r.position': 'ASC' })
      .getMany(),
  ({ organizationId }) => organizationId,
);

export const linksOfOrganization = loadMany<OrganizationLink>(
  ({ db }, ids) =>
    db
      .createQueryBuilder(OrganizationLink, 'l')
      .where('l.organization_id = ANY(:ids)', { ids: [...ids] })
      .orderBy({ 'l.organization_id': 'ASC', 'l.position': 'ASC' })
      .getMany(),
  ({ organizationId }) => organizationId,
);

export const areasOfOrganization = loadMany<OrganizationArea>(
  ({ db }: Context, ids) =>
    db
      .createQueryBuilder(OrganizationArea, 'a')
      .where('a.organization_id = ANY(:ids)', { ids: [...ids] })
      .orderBy({ 'a.organization_id': 'ASC', 'a.territory_id': 'ASC' })
      .getMany(),
  ({ organizationId }) => organizationId,
);

export type OrganizationCriteria = {
  search: string | null;
  sirets: readonly string[] | null;
  rnas: readonly string[] | null;
  roles: readonly OrgRole[] | null;
  within: string | null;
  isDemonstration: boolean | null;
};

/** Organisations by name. */
export function organizationList(criteria: OrganizationCriteria): KeysetList {
  return {
    name: 'organizations/NAME_ASC',
    sql: `
      SELECT o.id, o.name, o.aliases, o.siret, o.rna, o.legal_form AS "legalForm", o.is_esus AS "isEsus",
             o.seat_id AS "seatId", o.website, o.description, o.is_demonstration AS "isDemonstration",
             o.source_ids AS "sourceIds"
        FROM organization o
       WHERE ($1::text IS NULL OR extensions.fold_matches(o.folded, $1))
         AND ($2::text[] IS NULL OR o.siret = ANY($2))
         AND ($3::text[] IS NULL OR o.rna = ANY($3))
         AND ($4::text[] IS NULL OR EXISTS (
               SELECT FROM organization_role r WHERE r.organization_id = o.id AND r.role = ANY($4)))
         AND ($5::text IS NULL OR EXISTS (
               SELECT FROM (SELECT o.seat_id AS id
                            UNION ALL
                            SELECT a.territory_id FROM organization_area a WHERE a.organization_id = o.id) place
                WHERE place.id = $5 OR EXISTS (
                  SELECT FROM territory_link link
                   WHERE link.part = place.id AND link.whole = $5 AND NOT link.partial)))
         AND ($6::boolean IS NULL OR o.is_demonstration = $6)`,
    params: [
      criteria.search,
      criteria.sirets,
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
