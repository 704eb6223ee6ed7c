import { timingSafeEqual } from 'node:crypto';
import { type Clock, describeError, type Log, parisDay, type Viewer } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { WithoutGuards } from '../../guards.ts';
import type { ApiKey } from './api-key.entity.ts';
import { findKeyByPrefix, markUsed } from './api-key.queries.ts';
import { type KeyRefusal, KeyRefused, KeysUnavailable } from './key-refused.ts';
import { isAllowed } from './network.ts';
import type { RefusedKeyJournal } from './refused-key-journal.ts';
import { type KeyPosture, type ReadSecret, readSecret } from './secret.ts';

/** A key as a viewer, with the number of requests that it may make in a minute. */
export type KeyViewer = Viewer & { readonly quotaPerMinute: number };

/** The request that a credential came with: its id, and the address of its client. */
export type CredentialRequest = { readonly id: string; readonly ip: string };

/** The viewer behind a secret. Throws KeyRefused (401), or KeysUnavailable (503) while nothing can be looked up. */
export type KeyReader = (secret: string, request: CredentialRequest) => Promise<KeyViewer>;

type Options = {
  /** The database of `access`, null until it is open. */
  db(): EntityManager | null;
  clock: Clock;
  posture: KeyPosture;
  journal: RefusedKeyJournal;
  log: Log;
  without?: WithoutGuards;
};

/** How long a key that was accepted still is while the database does not answer. */
const TRUSTED_MS = 30_000;
const TRUSTED_KEYS = 1_000;

/** Reads keys from the database at every request, so that a revocation takes effect at once. */
export function keyReader(options: Options): KeyReader {
  const { db, clock, posture, journal, log, without = new Set() } = options;
  const trusted = new Map<string, { key: ApiKey; until: number }>();
  const usedOn = new Map<string, string>();

  const lookUp = async (secret: ReadSecret, requestId: string): Promise<ApiKey | null> => {
    const name = secret.hash.toString('hex');
    const manager = db();
    try {
      if (manager === null) throw new Error('not open yet');
      const found = await findKeyByPrefix(manager, secret.prefix);
      const key = found !== null && timingSafeEqual(found.secretHash, secret.hash) ? found : null;
      trusted.delete(name);
      if (key !== null) remember(trusted, name, { key, until: performance.now() + TRUSTED_MS });
      return key;
    } catch (error) {
      log.warn({ requestId, ...describeError(error) }, 'keys cannot be looked up');
      const last = trusted.get(name);
      if (last === undefined || last.until < performance.now()) throw new KeysUnavailable();
      return last.key;
    }
  };

  const refuse = async (
    reason: KeyRefusal,
    key: ApiKey | null,
    { id: requestId, ip }: CredentialRequest,
  ): Promise<never> => {
    await journal({ keyId: key?.id ?? null, reason, requestId, ip });
    throw new KeyRefused();
  };

  const noteUse = async (key: ApiKey, now: Date, requestId: string): Promise<void> => {
    const manager = db();
    const today = parisDay(now);
    if (manager === null || usedOn.get(key.id) === today) return;
    remember(usedOn, key.id, today);
    await markUsed(manager, key.id, today).catch((error: unknown) => {
      usedOn.delete(key.id);
      log.warn({ requestId, ...describeError(error) }, 'the use of a key was not noted');
    });
  };

  return async (text, request) => {
    const { id: requestId, ip } = request;
    const secret = readSecret(text);
    if (typeof secret === 'string') return refuse(secret, null, request);
    if (secret.posture !== posture) return refuse('POSTURE', null, request);
    const key = await lookUp(secret, requestId);
    if (key === null) return refuse('UNKNOWN', null, request);
    const now = clock();
    if (key.revokedAt !== null && !without.has('key-revocation')) return refuse('REVOKED', key, request);
    if (key.expiresAt <= now && !without.has('key-expiry')) return refuse('EXPIRED', key, request);
    if (!isAllowed(key.networks, ip) && !without.has('key-network')) return refuse('NETWORK', key, request);
    await noteUse(key, now, requestId);
    return {
      kind: 'key',
      subject: key.id,
      roles: [],
      scopes: key.scopes,
      organization: key.organizationId,
      quotaPerMinute: key.quotaPerMinute,
    };
  };
}

/** Keeps the most recent: a map keeps the order of insertion. */
function remember<Value>(known: Map<string, Value>, name: string, value: Value): void {
  known.delete(name);
  known.set(name, value);
  const [oldest] = known.keys();
  if (oldest !== undefined && known.size > TRUSTED_KEYS) known.delete(oldest);
}
