import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateServiceKeys, SettingsError } from '@graphess/subgraph-kit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SERVICES, serviceIdentity } from './service-identity.ts';
import { platformSettings } from './settings.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'graphess-keys-'));
});
afterEach(() => rm(folder, { recursive: true }));

const local = (env: Record<string, string> = {}) =>
  platformSettings({ DATA_DIR: join(folder, 'data'), ...env });
const production = (env: Record<string, string> = {}) =>
  local({ NODE_ENV: 'production', DATABASE_URL: 'postgres://u:p@db/x', ...env });
const text = (value: unknown) => JSON.stringify(value);
const problemsOf = (asking: Promise<unknown>) =>
  asking.then(
    () => [],
    (error: unknown) => (error instanceof SettingsError ? error.message.split('\n  - ').slice(1) : [error]),
  );

test('programs that start together locally end with the same keys, which their owner alone reads', async () => {
  const identities = await Promise.all(
    [...SERVICES, ...SERVICES].map((name) => serviceIdentity(local(), name)),
  );
  expect(new Set(identities.map(({ known }) => [...known.keys()].join())).size).toBe(1);
  const file = join(folder, 'data', 'service-keys.json');
  expect([(await stat(file)).mode & 0o777, await readdir(join(folder, 'data'))]).toEqual([
    0o600,
    ['service-keys.json'],
  ]);
  const again = await serviceIdentity(local(), 'grants');
  expect(again.kid).toBe(identities.find(({ service }) => service === 'grants')?.kid);
});

test('a file that somebody broke is told with its path', async () => {
  await serviceIdentity(local(), 'grants');
  const file = join(folder, 'data', 'service-keys.json');
  await writeFile(file, (await readFile(file, 'utf8')).slice(0, 100));
  await expect(serviceIdentity(local(), 'grants')).rejects.toThrow(
    `Le fichier ${file} est illisible : supprimez-le, il sera refait.`,
  );
});

test('in production a service demands its keys, all at once, and makes none', async () => {
  const required = (name: string) =>
    `${name} : obligatoire quand chaque service a son processus (npm run service-keys)`;
  expect(await problemsOf(serviceIdentity(production(), 'grants'))).toEqual([
    required('SERVICE_PRIVATE_KEY'),
    required('SERVICE_PUBLIC_KEYS'),
  ]);
  const { privateKeys } = await generateServiceKeys(SERVICES);
  const half = { SERVICE_PRIVATE_KEY: text(privateKeys['grants']) };
  expect([
    await problemsOf(serviceIdentity(production(half), 'grants')),
    await problemsOf(serviceIdentity(local(half), 'grants')),
    await readdir(folder),
  ]).toEqual([[required('SERVICE_PUBLIC_KEYS')], [required('SERVICE_PUBLIC_KEYS')], []]);
});

test.each([
  ['JSON', text],
  ['base64url', (value: unknown) => Buffer.from(text(value)).toString('base64url')],
])('in production keys come from the environment, as %s', async (_form, encode) => {
  const { privateKeys, publicKeys } = await generateServiceKeys(SERVICES);
  const identity = await serviceIdentity(
    production({
      SERVICE_PRIVATE_KEY: encode(privateKeys['events']),
      SERVICE_PUBLIC_KEYS: encode(publicKeys),
    }),
    'events',
  );
  expect([identity.kid, identity.known.size]).toEqual([privateKeys['events']?.kid, SERVICES.length]);
});

test('a value that is no key is refused without being repeated', () => {
  const secret = 'no-key-but-a-secret';
  try {
    local({ SERVICE_PRIVATE_KEY: secret, SERVICE_PUBLIC_KEYS: '{"keys":[]}' });
    expect.unreachable();
  } catch (error) {
    const message = error instanceof SettingsError ? error.message : '';
    expect([message.split('\n').slice(1), message.includes(secret)]).toEqual([
      [
        '  - SERVICE_PRIVATE_KEY : une clé privée JWK Ed25519 est attendue (npm run service-keys en fait)',
        '  - SERVICE_PUBLIC_KEYS : un ensemble JWKS de clés publiques Ed25519 est attendu (npm run service-keys en fait)',
      ],
      false,
    ]);
  }
});
