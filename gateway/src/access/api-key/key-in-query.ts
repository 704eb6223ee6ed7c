import { timingSafeEqual } from 'node:crypto';
import { describeError, type Log, type OpenSubgraph } from '@graphess/subgraph-kit';
import type { FastifyRequest } from 'fastify';
import { HttpRefusal } from '../../http/http-refusal.ts';
import { findKeyByPrefix } from './api-key.queries.ts';
import type { RefusedKeyJournal } from './refused-key-journal.ts';
import { LOOKS_LIKE_SECRET, readSecret } from './secret.ts';

/** Names under which programs send credentials, once letters are small and signs left out. */
const NAMES = new Set(['apikey', 'xapikey', 'key', 'cle', 'accesstoken', 'token', 'authorization']);

/**
 * What a query string gives away, null when nothing: addresses are written to logs, histories and referrers (RFC 6750,
 * section 5.3; ASVS 5.0, 14.2.1).
 */
export function credentialInQuery(url: string): { name: string; value: string } | null {
  const start = url.indexOf('?');
  if (start < 0) return null;
  for (const [name, value] of new URLSearchParams(url.slice(start))) {
    const plain = name
      .normalize('NFD')
      .toLowerCase()
      .replaceAll(/[^a-z]/g, '');
    if (NAMES.has(plain) || LOOKS_LIKE_SECRET.test(value) || LOOKS_LIKE_SECRET.test(name)) {
      return { name, value };
    }
  }
  return null;
}

type Options = {
  access(): OpenSubgraph | undefined;
  journal: RefusedKeyJournal;
  log: Log;
};

/** A hook (`onRequest`) that refuses every request whose address holds a credential, good or bad. */
export function refuseKeyInQuery(options: Options) {
  const { log } = options;
  return async (request: FastifyRequest): Promise<void> => {
    const given = credentialInQuery(request.url);
    if (given === null) return;
    // Never counted as a guess: any page may have its visitors ask for such an address, and nothing was tried.
    await journalKnown(options, given.value, request).catch((error: unknown) => {
      log.warn({ requestId: request.id, ...describeError(error) }, 'a key in a query was not looked up');
    });
    throw new HttpRefusal(
      400,
      'BAD_REQUEST',
      'Une clé ou un jeton ne se met jamais dans l’adresse, que les journaux gardent : envoyez-le dans l’en-tête x-api-key (clé) ou Authorization (jeton). Celui-ci est à remplacer : demandez sa rotation.',
    );
  };
}

/** A key of ours that was shown this way is to be rotated: the journal says which. */
async function journalKnown(
  { access, journal }: Options,
  text: string,
  { id, ip }: FastifyRequest,
): Promise<void> {
  const db = access()?.db;
  const secret = readSecret(text.trim());
  if (db === undefined || typeof secret === 'string') return;
  const key = await findKeyByPrefix(db, secret.prefix);
  if (key === null || !timingSafeEqual(key.secretHash, secret.hash)) return;
  await journal({ keyId: key.id, reason: 'IN_QUERY', requestId: id, ip });
}
