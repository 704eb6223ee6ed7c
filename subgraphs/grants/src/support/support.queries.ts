import { knownUnder } from '@graphess/reference';
import { loadMany } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { Support } from './support.type.ts';

const COLUMNS = `s.id, s.partner_id AS "partnerId", s.call_id AS "callId", s.since::text AS since, s.until::text AS until,
  s.source_ids AS "sourceIds"`;

/** Who follows an organisation, or did, the oldest first. */
export const supportsOfOrganization = loadMany<Support>(
  ({ db }, organizationIds) =>
    db.query(
      `SELECT known.asked AS owner, ${COLUMNS}
         FROM (${knownUnder('$1')}) known JOIN support s ON s.organization_id = known.id
        ORDER BY s.since NULLS FIRST, s.id`,
      [organizationIds],
    ),
  ({ owner }) => owner,
);

/** A support, held until the transaction ends. */
export async function lockSupport(tx: EntityManager, id: string): Promise<Support | null> {
  const [found]: Support[] = await tx.query(
    `SELECT s.organization_id AS owner, ${COLUMNS} FROM support s WHERE s.id::text = $1 FOR UPDATE`,
    [id],
  );
  return found ?? null;
}
