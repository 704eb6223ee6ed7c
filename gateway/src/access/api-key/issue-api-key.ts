import { randomInt } from 'node:crypto';
import { apiKeyId } from '@graphess/identifiers';
import { appendToJournal } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { ApiKey } from './api-key.entity.ts';
import { endKey, insertKey, lockFamily, replaceKey } from './api-key.queries.ts';
import { endOfOverlap, isActive, monthsAfter } from './api-key.rules.ts';
import { type KeyRequest, partnerName } from './check-new-api-key.ts';
import { type KeyPosture, newSecret, readSecret } from './secret.ts';

/** Who writes, when, and for which posture. */
export type KeyWriter = {
  readonly actorKind: string;
  readonly actor: string | null;
  readonly requestId: string;
  readonly now: Date;
  readonly posture: KeyPosture;
};

/** A key that was just made. The secret is nowhere else. */
export type IssuedKey = { readonly id: string; readonly secret: string };

/** What keeps a key from being rotated. `until` is the end of the older key that is still accepted. */
export type RotationRefusal =
  | { readonly reason: 'UNKNOWN' | 'ENDED' | 'REPLACED' }
  | { readonly reason: 'OVERLAPPING'; readonly prefix: string; readonly until: Date };

/** Makes a key, in the transaction `tx`. The request must have no problem (`problemsOfKey`). */
export async function issueKey(
  tx: EntityManager,
  request: KeyRequest,
  writer: KeyWriter,
): Promise<IssuedKey> {
  const id = newKeyId();
  const issued = await insert(
    tx,
    { ...request, id, family: id, partner: partnerName(request.partner) },
    writer,
  );
  await appendToJournal(tx, {
    ...actorOf(writer),
    action: 'API_KEY_CREATED',
    target: id,
    details: { scopes: [...request.scopes].sort().join(' '), months: request.months },
  });
  return issued;
}

/**
 * Makes the next key of a family, in the transaction `tx`: same partner, scopes, networks and quota, as long a life. The
 * former ends after the overlap, in days. Two keys of a family are accepted at once, never three.
 */
export async function rotateKey(
  tx: EntityManager,
  former: { id: string; overlapDays: number },
  writer: KeyWriter,
): Promise<IssuedKey | RotationRefusal> {
  const { now } = writer;
  const family = await lockFamily(tx, former.id);
  const old = family.find(({ id }) => id === former.id);
  if (old === undefined) return { reason: 'UNKNOWN' };
  if (old.replacedById !== null) return { reason: 'REPLACED' };
  if (!isActive(old, now)) return { reason: 'ENDED' };
  const overlapping = family.find((each) => each.id !== old.id && isActive(each, now));
  if (overlapping !== undefined) {
    return { reason: 'OVERLAPPING', prefix: overlapping.prefix, until: overlapping.expiresAt };
  }
  const id = newKeyId();
  const issued = await insert(tx, { ...old, id, months: monthsOf(old) }, writer);
  await replaceKey(tx, old.id, id, endOfOverlap(old, now, former.overlapDays));
  await appendToJournal(tx, {
    ...actorOf(writer),
    action: 'API_KEY_ROTATED',
    target: old.id,
    details: { replacedBy: id, overlapDays: former.overlapDays },
  });
  return issued;
}

/** Ends a key at once, in the transaction `tx`. Says whether it is known; a key that was revoked stays so. */
export async function revokeKey(tx: EntityManager, id: string, writer: KeyWriter): Promise<boolean> {
  const key = (await lockFamily(tx, id)).find((each) => each.id === id);
  if (key === undefined) return false;
  if (key.revokedAt !== null) return true;
  await endKey(tx, id, writer.now);
  await appendToJournal(tx, { ...actorOf(writer), action: 'API_KEY_REVOKED', target: id });
  return true;
}

type NewKey = Pick<ApiKey, 'id' | 'family' | 'partner' | 'organizationId' | 'quotaPerMinute'> &
  Pick<KeyRequest, 'scopes' | 'networks' | 'months'>;

async function insert(tx: EntityManager, key: NewKey, { now, posture }: KeyWriter): Promise<IssuedKey> {
  const secret = newSecret(posture);
  const read = readSecret(secret);
  if (typeof read === 'string') throw new TypeError('A new secret does not read back');
  await insertKey(tx, {
    id: key.id,
    family: key.family,
    prefix: read.prefix,
    secretHash: read.hash,
    partner: key.partner,
    organizationId: key.organizationId,
    scopes: [...key.scopes],
    networks: [...key.networks],
    quotaPerMinute: key.quotaPerMinute,
    createdAt: now,
    expiresAt: monthsAfter(now, key.months),
  });
  return { id: key.id, secret };
}

/** How many months the key was made for. */
function monthsOf({ createdAt, expiresAt }: ApiKey): number {
  const days = (expiresAt.getTime() - createdAt.getTime()) / 86_400_000;
  return Math.min(12, Math.max(1, Math.round(days / 30.44)));
}

function newKeyId(): string {
  return apiKeyId(Array.from({ length: 16 }, () => randomInt(36).toString(36)).join(''));
}

function actorOf({ actorKind, actor, requestId }: KeyWriter) {
  return { actorKind, actor, requestId };
}
