import {
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from 'jose';
import { SettingsError } from '../env.ts';

/** The one service that may speak in a viewer's name. */
export const GATEWAY_SERVICE = 'gateway';

/** RFC 8037 keys under the name that RFC 9864 gives them: no other algorithm is ever accepted. */
export const STATEMENT_ALGORITHM = 'Ed25519';

/** A key of a service as JSON. `kid` is `<service>.<thumbprint>`: one service may have two while it changes keys. */
export type ServiceJwk = JWK & { readonly kid: string };
export type ServiceJwks = { readonly keys: readonly ServiceJwk[] };

export type KnownKey = { readonly service: string; readonly key: CryptoKey };

/** A service as the others meet it: the key that it signs with, and the public keys of all, by `kid`. */
export type ServiceIdentity = {
  readonly service: string;
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly known: ReadonlyMap<string, KnownKey>;
};

export type ServiceKeySet = {
  readonly privateKeys: Readonly<Record<string, ServiceJwk>>;
  readonly publicKeys: ServiceJwks;
};

/** New keys for some services: one private key each, and the public ones that all of them know. */
export async function generateServiceKeys(services: readonly string[]): Promise<ServiceKeySet> {
  const privateKeys: Record<string, ServiceJwk> = {};
  for (const service of services) {
    const { privateKey } = await generateKeyPair(STATEMENT_ALGORITHM, { extractable: true });
    const jwk = await exportJWK(privateKey);
    const kid = `${service}.${(await calculateJwkThumbprint(jwk)).slice(0, 12)}`;
    privateKeys[service] = { ...jwk, kid, alg: STATEMENT_ALGORITHM };
  }
  const keys = Object.values(privateKeys).map(({ d: _private, ...jwk }) => jwk as ServiceJwk);
  return { privateKeys, publicKeys: { keys } };
}

/**
 * Reads the keys of one service. Throws SettingsError, in French and without the keys, when the private key is another
 * service's, is missing from the public ones, or when a private key stands among the public ones.
 */
export async function readServiceIdentity(
  service: string,
  keys: { privateKey: ServiceJwk; publicKeys: ServiceJwks },
): Promise<ServiceIdentity> {
  const { privateKey, publicKeys } = keys;
  const problems: string[] = [];
  if (serviceOf(privateKey.kid) !== service) {
    problems.push(
      `SERVICE_PRIVATE_KEY : c’est la clé de « ${serviceOf(privateKey.kid)} », pas de « ${service} »`,
    );
  }
  if (!publicKeys.keys.some(({ kid, x }) => kid === privateKey.kid && x === privateKey.x)) {
    problems.push('SERVICE_PUBLIC_KEYS : la clé publique de ce service n’y est pas');
  }
  if (publicKeys.keys.some(({ d }) => d !== undefined)) {
    problems.push('SERVICE_PUBLIC_KEYS : une clé privée s’y trouve ; n’y mettez que des clés publiques');
  }
  if (new Set(publicKeys.keys.map(({ kid }) => kid)).size !== publicKeys.keys.length) {
    problems.push('SERVICE_PUBLIC_KEYS : un identifiant de clé y figure deux fois');
  }
  if (problems.length > 0) {
    throw new SettingsError(
      `La configuration est incorrecte :\n${problems.map((each) => `  - ${each}`).join('\n')}`,
    );
  }
  const known = new Map<string, KnownKey>();
  for (const jwk of publicKeys.keys) {
    known.set(jwk.kid, { service: serviceOf(jwk.kid), key: await importKey('SERVICE_PUBLIC_KEYS', jwk) });
  }
  return {
    service,
    kid: privateKey.kid,
    privateKey: await importKey('SERVICE_PRIVATE_KEY', privateKey),
    known,
  };
}

async function importKey(variable: string, jwk: ServiceJwk): Promise<CryptoKey> {
  const imported = await importJWK({ ...jwk, alg: STATEMENT_ALGORITHM }, STATEMENT_ALGORITHM).catch(
    () => null,
  );
  if (imported !== null && !(imported instanceof Uint8Array)) return imported;
  throw new SettingsError(
    `La configuration est incorrecte :\n  - ${variable} : une clé Ed25519 est illisible (npm run service-keys en fait)`,
  );
}

function serviceOf(kid: string): string {
  return kid.split('.')[0] ?? '';
}
