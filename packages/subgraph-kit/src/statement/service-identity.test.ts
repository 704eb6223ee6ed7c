import { expect, test } from 'vitest';
import { SettingsError } from '../env.ts';
import { generateServiceKeys, readServiceIdentity, type ServiceJwk } from './service-identity.ts';

const { privateKeys, publicKeys } = await generateServiceKeys(['gateway', 'library']);
const own = privateKeys['library'] as ServiceJwk;

const problemOf = (service: string, privateKey: ServiceJwk, keys: readonly ServiceJwk[]) =>
  readServiceIdentity(service, { privateKey, publicKeys: { keys } }).then(
    () => null,
    (error: unknown) => (error instanceof SettingsError ? error.message.split('\n  - ').slice(1) : error),
  );

test('a service knows every public key, and signs with its own', async () => {
  const identity = await readServiceIdentity('library', { privateKey: own, publicKeys });
  expect([
    identity.service,
    identity.kid,
    [...identity.known.values()].map(({ service }) => service),
  ]).toEqual(['library', own.kid, ['gateway', 'library']]);
  expect(publicKeys.keys.map((key) => 'd' in key)).toEqual([false, false]);
});

test.each([
  [
    'another service’s key',
    'gateway',
    own,
    publicKeys.keys,
    ['SERVICE_PRIVATE_KEY : c’est la clé de « library », pas de « gateway »'],
  ],
  [
    'a key that the others do not know',
    'library',
    own,
    publicKeys.keys.slice(0, 1),
    ['SERVICE_PUBLIC_KEYS : la clé publique de ce service n’y est pas'],
  ],
  [
    'a private key among the public ones',
    'library',
    own,
    [own],
    ['SERVICE_PUBLIC_KEYS : une clé privée s’y trouve ; n’y mettez que des clés publiques'],
  ],
  [
    'an id twice',
    'library',
    own,
    [...publicKeys.keys, ...publicKeys.keys],
    ['SERVICE_PUBLIC_KEYS : un identifiant de clé y figure deux fois'],
  ],
  [
    'a key that is none',
    'library',
    { ...own, d: 'AA' },
    publicKeys.keys,
    ['SERVICE_PRIVATE_KEY : une clé Ed25519 est illisible (npm run service-keys en fait)'],
  ],
])('%s is refused in French, without the key', async (_case, service, key, keys, problems) => {
  expect(await problemOf(service, key, keys)).toEqual(problems);
});
