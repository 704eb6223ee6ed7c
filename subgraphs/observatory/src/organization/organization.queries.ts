import { type Context, loadMany, loadOne } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { Organization } from './organization.entity.ts';
import { OrganizationMerge } from './organization-merge.entity.ts';
import { type OrganizationMember, uniteOrganizations } from './unite-organizations.ts';

/**
 * The columns of a living organisation `o`: what it says and what those that were merged into it say, to be united by
 * {@link toOrganization}.
 */
export const ORGANIZATION_COLUMNS = `
  (SELECT json_agg(json_build_object(
            'id', m.id, 'name', m.name, 'aliases', m.aliases, 'siret', m.siret, 'rna', m.rna, 'legalForm', m.legal_form,
            'isEsus', m.is_esus, 'seatId', m.seat_id, 'website', m.website, 'description', m.description,
            'isDemonstration', m.is_demonstration, 'sourceIds', m.source_ids) ORDER BY m.merge_depth, m.id)
     FROM organization m WHERE m.current_id = o.id) AS members,
  (SELECT (1 + count(*) + count(act.undone_at))::int
     FROM organization_merge act WHERE o.id IN (act.organization_id, act.into_id)) AS version`;

export type OrganizationRow = {
  members: [OrganizationMember, ...OrganizationMember[]];
  version: number;
};

export function toOrganization({ members, version }: OrganizationRow): Organization {
  return Object.assign(new Organization(), uniteOrganizations(members), { version });
}

/** The living organisation that an id leads to: that of a merged one gives the kept one. */
export const organizationById = loadOne<Organization & { askedId: string }>(
  async ({ db }, ids) => {
    const rows: (OrganizationRow & { askedId: string })[] = await db.query(
      `SELECT asked.id AS "askedId", ${ORGANIZATION_COLUMNS}
         FROM organization asked JOIN organization o ON o.id = asked.current_id WHERE asked.id = ANY($1)`,
      [ids],
    );
    return rows.map((row) => Object.assign(toOrganization(row), { askedId: row.askedId }));
  },
  ({ askedId }) => askedId,
);

/** The living organisation that an id leads to, in the state of a transaction. */
export async function findOrganization(db: EntityManager, id: string): Promise<Organization | null> {
  const [row]: OrganizationRow[] = await db.query(
    `SELECT ${ORGANIZATION_COLUMNS}
       FROM organization asked JOIN organization o ON o.id = asked.current_id WHERE asked.id = $1`,
    [id],
  );
  return row === undefined ? null : toOrganization(row);
}

/** The organisation of a SIRET or an RNA number. Where several share it: a real one first, then the first by id. */
export async function principalOrganization(
  db: EntityManager,
  by: 'siret' | 'rna',
  value: string,
): Promise<Organization | null> {
  const [row]: OrganizationRow[] = await db.query(
    `SELECT ${ORGANIZATION_COLUMNS}
       FROM organization own JOIN organization o ON o.id = own.current_id
      WHERE own.${by} = $1 ORDER BY o.is_demonstration, o.id LIMIT 1`,
    [value],
  );
  return row === undefined ? null : toOrganization(row);
}

/** The acts that merged something into each organisation, or it into another: the last 100, the latest first. */
export const mergesOfOrganization = loadMany<OrganizationMerge & { owner: string }>(
  async ({ db }: Context, ids) => {
    const rows: (OrganizationMerge & { owner: string })[] = await db.query(
      `SELECT asked.id AS owner, act.id, act.organization_id AS "organizationId", act.into_id AS "intoId", act.reason,
              act.merged_at AS "mergedAt", act.undone_at AS "undoneAt", act.undone_reason AS "undoneReason"
         FROM unnest($1::text[]) AS asked (id)
        CROSS JOIN LATERAL (
          SELECT * FROM organization_merge
           WHERE asked.id IN (organization_id, into_id)
           ORDER BY coalesce(undone_at, merged_at) DESC, id LIMIT 100) act
        ORDER BY coalesce(act.undone_at, act.merged_at) DESC, act.id`,
      [ids],
    );
    return rows.map((row) => Object.assign(new OrganizationMerge(), row));
  },
  ({ owner }) => owner,
);
