import { type KeysetList, loadOne } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { ApiKey } from './api-key.entity.ts';

const COLUMNS = `
  k.id, k.family, k.prefix, k.secret_hash AS "secretHash", k.partner, k.organization_id AS "organizationId",
  ARRAY(SELECT scope FROM unnest(k.scopes) scope ORDER BY scope COLLATE "C") AS scopes, k.networks::text[] AS networks,
  k.quota_per_minute AS "quotaPerMinute", k.created_at AS "createdAt", k.expires_at AS "expiresAt",
  k.revoked_at AS "revokedAt", k.last_used_on::text AS "lastUsedOn", k.replaced_by_id AS "replacedById"`;

export const apiKeyById = loadOne<ApiKey>(
  ({ db }, ids) => db.query(`SELECT ${COLUMNS} FROM api_key k WHERE k.id = ANY($1)`, [ids]),
  ({ id }) => id,
);

export async function findKey(db: EntityManager, id: string): Promise<ApiKey | null> {
  const [key]: ApiKey[] = await db.query(`SELECT ${COLUMNS} FROM api_key k WHERE k.id = $1`, [id]);
  return key ?? null;
}

export async function findKeyByPrefix(db: EntityManager, prefix: string): Promise<ApiKey | null> {
  const [key]: ApiKey[] = await db.query(`SELECT ${COLUMNS} FROM api_key k WHERE k.prefix = $1`, [prefix]);
  return key ?? null;
}

/** A key and those it was rotated from or into, the oldest first; nobody else changes them until the transaction ends. */
export async function lockFamily(tx: EntityManager, id: string): Promise<ApiKey[]> {
  return tx.query(
    `SELECT ${COLUMNS} FROM api_key k
      WHERE k.family = (SELECT family FROM api_key WHERE id = $1) ORDER BY k.created_at, k.id FOR UPDATE`,
    [id],
  );
}

export type KeyCriteria = { partner: string | null; active: boolean | null; now: Date };

/** Keys, the newest first. */
export function keysMatching({ partner, active, now }: KeyCriteria): KeysetList {
  return {
    name: 'apiKeys/CREATED_DESC',
    sql: `SELECT ${COLUMNS} FROM api_key k
           WHERE ($1::text IS NULL OR extensions.fold_matches(extensions.fold(k.partner), $1))
             AND ($2::boolean IS NULL OR (k.revoked_at IS NULL AND k.expires_at > $3) = $2)`,
    params: [partner, active, now],
    order: [
      { sql: 'q."createdAt"', type: 'timestamptz', descending: true, notNull: true },
      { sql: 'q.id', type: 'text', descending: true, notNull: true },
    ],
  };
}

export async function insertKey(
  tx: EntityManager,
  key: Omit<ApiKey, 'revokedAt' | 'lastUsedOn' | 'replacedById'>,
) {
  await tx.query(
    `INSERT INTO api_key (id, family, prefix, secret_hash, partner, organization_id, scopes, networks,
                          quota_per_minute, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, ARRAY(SELECT DISTINCT network(each::inet)::cidr FROM unnest($8::text[]) each),
             $9, $10, $11)`,
    [
      key.id,
      key.family,
      key.prefix,
      key.secretHash,
      key.partner,
      key.organizationId,
      [...new Set(key.scopes)],
      key.networks,
      key.quotaPerMinute,
      key.createdAt,
      key.expiresAt,
    ],
  );
}

export async function replaceKey(tx: EntityManager, id: string, by: string, expiresAt: Date): Promise<void> {
  await tx.query('UPDATE api_key SET replaced_by_id = $2, expires_at = $3 WHERE id = $1', [
    id,
    by,
    expiresAt,
  ]);
}

export async function endKey(tx: EntityManager, id: string, now: Date): Promise<void> {
  await tx.query('UPDATE api_key SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL', [id, now]);
}

/** Days are enough to find keys that nobody uses any more, and cost one write a day. */
export async function markUsed(db: EntityManager, id: string, day: string): Promise<void> {
  await db.query(
    'UPDATE api_key SET last_used_on = $2::date WHERE id = $1 AND (last_used_on IS NULL OR last_used_on < $2::date)',
    [id, day],
  );
}
