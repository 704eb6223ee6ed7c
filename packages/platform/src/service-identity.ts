import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  GATEWAY_SERVICE,
  generateServiceKeys,
  readServiceIdentity,
  type ServiceIdentity,
  type ServiceKeySet,
  SettingsError,
} from '@graphess/subgraph-kit';
import { jwksText, serviceKey } from './service-key-settings.ts';
import { type Settings, SUBGRAPHS } from './settings.ts';

/** Every program that speaks to another when each runs on its own. */
export const SERVICES = [GATEWAY_SERVICE, ...SUBGRAPHS] as const;
export type ServiceName = (typeof SERVICES)[number];

/**
 * Who a program is to its siblings. In production from SERVICE_PRIVATE_KEY and SERVICE_PUBLIC_KEYS, which are then
 * required (SettingsError in French); locally from keys that the first of the programs makes for all.
 */
export async function serviceIdentity(settings: Settings, name: ServiceName): Promise<ServiceIdentity> {
  const { privateKey, publicKeys, file } = settings.serviceKeys;
  if (privateKey !== null && publicKeys !== null) {
    return readServiceIdentity(name, { privateKey, publicKeys });
  }
  if (settings.production || privateKey !== null || publicKeys !== null) {
    const problems = [
      ...(privateKey === null ? ['SERVICE_PRIVATE_KEY'] : []),
      ...(publicKeys === null ? ['SERVICE_PUBLIC_KEYS'] : []),
    ].map((each) => `  - ${each} : obligatoire quand chaque service a son processus (npm run service-keys)`);
    throw new SettingsError(`La configuration est incorrecte :\n${problems.join('\n')}`);
  }
  const shared = await sharedKeys(file);
  const own = shared.privateKeys[name];
  if (own === undefined) throw new SettingsError(`Le fichier ${file} est incomplet : supprimez-le.`);
  return readServiceIdentity(name, { privateKey: own, publicKeys: shared.publicKeys });
}

/** Several programs start at once: each may make keys, one alone gets to give the file its name. */
async function sharedKeys(file: string): Promise<ServiceKeySet> {
  const found = await keysIn(file);
  if (found !== null) return found;
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(await generateServiceKeys(SERVICES), null, 2)}\n`);
    await handle.sync();
    await handle.close();
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
  const made = await keysIn(file);
  if (made === null) throw new SettingsError(`Le fichier ${file} a disparu pendant le démarrage : relancez.`);
  return made;
}

async function keysIn(file: string): Promise<ServiceKeySet | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  try {
    const written = JSON.parse(text) as Record<string, unknown>;
    const privateKeys = Object.entries(written['privateKeys'] as Record<string, unknown>);
    return {
      privateKeys: Object.fromEntries(privateKeys.map(([name, jwk]) => [name, serviceKey.parse(jwk)])),
      publicKeys: jwksText.parse(JSON.stringify(written['publicKeys'])),
    };
  } catch {
    throw new SettingsError(`Le fichier ${file} est illisible : supprimez-le, il sera refait.`);
  }
}
