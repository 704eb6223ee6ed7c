import { mkdir, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { binariesIn, installedBinaries, platformPackage, restoreSymlinks } from './binaries.ts';
import { LocalPostgresError } from './errors.ts';
import { runProgram } from './run.ts';
import { sharedBinaries } from './shared-folder.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.fixture.ts';

afterEach(removeTemporaryFolders);

async function symlinksOf(packageDir: string): Promise<Array<[name: string, target: string]>> {
  const library = join(packageDir, 'native', 'lib');
  const entries = await readdir(library, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isSymbolicLink()).map(({ name }) => name);
  return await Promise.all(
    names
      .toSorted()
      .map(async (name): Promise<[string, string]> => [name, await readlink(join(library, name))]),
  );
}

test('the installed programs run', async () => {
  const { postgres } = await installedBinaries();
  expect(await runProgram(postgres, ['--version'])).toEqual({
    code: 0,
    output: 'postgres (PostgreSQL) 18.4\n',
  });
});

test('links between libraries are made again when the install script was blocked', async () => {
  const installed = await installedBinaries();
  const copy = await sharedBinaries(installed, join(await temporaryFolder(), 'shared'), () => undefined);
  const packageDir = copy?.packageDir ?? '';
  const expected = await symlinksOf(installed.packageDir);
  for (const [name] of expected) await rm(join(packageDir, 'native', 'lib', name));
  expect(await symlinksOf(packageDir)).toEqual([]);
  await restoreSymlinks(packageDir);
  expect(await symlinksOf(packageDir)).toEqual(expected);
  expect((await runProgram(copy?.postgres ?? '', ['--version'])).code).toBe(0);
});

test('a platform without PostgreSQL', () => {
  expect(() => platformPackage('freebsd', 'x64')).toThrow(
    new LocalPostgresError(
      'PostgreSQL n’est pas fourni pour ce système (freebsd, x64) : indiquez votre serveur PostgreSQL dans DATABASE_URL.',
    ),
  );
});

test('a package without its programs', async () => {
  const packageDir = join(await temporaryFolder(), 'linux-x64');
  await mkdir(packageDir);
  await writeFile(join(packageDir, 'package.json'), '{ "version": "18.4.0" }');
  expect(() => binariesIn(packageDir)).toThrow(
    new LocalPostgresError(
      'Les programmes de PostgreSQL manquent (linux-x64) : relancez « npm ci » sans écarter les dépendances facultatives, ou indiquez votre serveur PostgreSQL dans DATABASE_URL.',
    ),
  );
});
