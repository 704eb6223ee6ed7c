import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { KeysUnreachable } from './token-refused.ts';

const FETCH_MS = 5_000;
const MAX_DOCUMENT_CHARS = 500_000;
/** How long keys serve before they are asked for again, in the background. */
const FRESH_MS = 10 * 60_000;
/** How long keys serve while the issuer does not answer: an issuer may have withdrawn them. */
const STALE_MS = 24 * 3_600_000;
/** Between two questions for a key that is not there: else whoever invents key ids floods the issuer. */
const COOLDOWN_MS = 10_000;
const RETRY_MS = 2_000;

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https?$/ }) });
const keySet = z.object({ keys: z.array(z.record(z.string(), z.unknown())).max(100) });

type Options = { issuer: string; now?: () => number };

/**
 * The keys that an issuer publishes (OpenID Connect Discovery 1.0, RFC 7517), kept in memory. A token never says where
 * its key is. Keys that are known serve while the issuer is away; for a key that is not, KeysUnreachable is thrown.
 */
export function publishedKeys({ issuer, now = () => performance.now() }: Options): JWTVerifyGetKey {
  let known: { find: JWTVerifyGetKey; at: number } | null = null;
  let failedAt = Number.NEGATIVE_INFINITY;
  let underWay: Promise<void> | null = null;

  const refresh = () => {
    underWay ??= keysOf(issuer)
      .then(
        (keys) => {
          known = { find: createLocalJWKSet(keys), at: now() };
          failedAt = Number.NEGATIVE_INFINITY;
        },
        () => {
          failedAt = now();
        },
      )
      .finally(() => {
        underWay = null;
      });
    return underWay;
  };
  const refreshOrFail = async () => {
    if (now() - failedAt < RETRY_MS) throw new KeysUnreachable();
    await refresh();
    if (failedAt > Number.NEGATIVE_INFINITY || known === null) throw new KeysUnreachable();
    return known;
  };

  return async (header, token) => {
    const age = known === null ? Number.POSITIVE_INFINITY : now() - known.at;
    const current = known === null || age > STALE_MS ? await refreshOrFail() : known;
    if (age > FRESH_MS && age <= STALE_MS && now() - failedAt >= RETRY_MS) void refresh();
    try {
      return await current.find(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || now() - current.at < COOLDOWN_MS) throw error;
      return (await refreshOrFail()).find(header, token);
    }
  };
}

async function keysOf(issuer: string): Promise<JSONWebKeySet> {
  const described = discovery.parse(
    await documentAt(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`),
  );
  if (described.issuer !== issuer) throw new Error('the discovery document is of another issuer');
  const { keys } = keySet.parse(await documentAt(described.jwks_uri));
  return { keys: keys.filter(({ kty }) => kty === 'EC' || kty === 'RSA' || kty === 'OKP') } as JSONWebKeySet;
}

async function documentAt(url: string): Promise<unknown> {
  const response = await fetch(url, {
    signal: AbortSignal.timeout(FETCH_MS),
    redirect: 'error',
    headers: { accept: 'application/json' },
  });
  if (!response.ok) throw new Error(`the issuer answered ${response.status}`);
  const text = await response.text();
  if (text.length > MAX_DOCUMENT_CHARS) throw new Error('the issuer’s document is too long');
  return JSON.parse(text);
}
