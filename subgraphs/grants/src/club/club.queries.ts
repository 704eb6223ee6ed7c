import { knownUnder } from '@graphess/reference';
import { type KeysetList, loadOne } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { IS_PUBLISHED } from '../application/application.queries.ts';

/** The members of the club, by name. */
export const CLUB_MEMBERS: KeysetList = {
  name: 'club/NAME_ASC',
  sql: `SELECT c.organization_id AS "organizationId", c.since::text AS since, c.source_ids AS "sourceIds",
               coalesce(o.name, a.applicant_name, c.organization_id) AS name
          FROM club c
          LEFT JOIN organization_copy o ON o.id = c.organization_id
          LEFT JOIN LATERAL (SELECT applicant_name FROM application a
                              WHERE a.organization_id = c.organization_id AND ${IS_PUBLISHED} ORDER BY a.id LIMIT 1) a ON true`,
  params: [],
  order: [
    { sql: 'q.name COLLATE extensions.french', type: 'text', notNull: true },
    { sql: 'q."organizationId"', type: 'text', notNull: true },
  ],
};

/** Whether an organisation is a member, under whichever of its ids. */
export const membershipOf = loadOne<{ owner: string }>(
  ({ db }, ids) =>
    db.query(
      `SELECT DISTINCT known.asked AS owner FROM (${knownUnder('$1')}) known JOIN club ON club.organization_id = known.id`,
      [ids],
    ),
  ({ owner }) => owner,
);

export async function standsInClub(
  tx: EntityManager,
  organizationId: string,
): Promise<{ isMember: boolean; isLaureate: boolean }> {
  const [row]: { isMember: boolean; isLaureate: boolean }[] = await tx.query(
    `SELECT EXISTS (SELECT FROM club WHERE organization_id = $1) AS "isMember",
            EXISTS (SELECT FROM application a WHERE a.organization_id = $1 AND ${IS_PUBLISHED}) AS "isLaureate"`,
    [organizationId],
  );
  return row ?? { isMember: false, isLaureate: false };
}

/** Those of some organisations that are members. */
export async function membersAmong(tx: EntityManager, organizationIds: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    'SELECT DISTINCT organization_id AS id FROM club WHERE organization_id = ANY($1)',
    [organizationIds],
  );
  return rows.map(({ id }) => id);
}
