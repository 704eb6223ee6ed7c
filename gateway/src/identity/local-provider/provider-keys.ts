import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { keptSecret } from '../kept-secret.ts';

const ALGORITHM = 'ES256';

/** The signing key of the local provider, kept so that tokens outlive a restart. */
export async function providerKey(dataDir: string): Promise<JWK> {
  return JSON.parse(await keptSecret(join(dataDir, 'identity/provider-key.json'), makeKey)) as JWK;
}

export function publicPart({ d: _private, ...jwk }: JWK): JWK {
  return jwk;
}

async function makeKey(): Promise<string> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const jwk = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(jwk);
  return JSON.stringify({ ...jwk, kid, alg: ALGORITHM, use: 'sig' });
}
