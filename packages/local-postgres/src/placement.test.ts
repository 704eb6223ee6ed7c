import { execFileSync } from 'node:child_process';
import { chmod, chown, cp, mkdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { binariesIn, installedBinaries } from './binaries.ts';
import { joinLocalPostgres } from './join.ts';
import { place } from './placement.ts';
import { isServed, rowsOf } from './query.fixture.ts';
import { dataFolderIn, isTrusted } from './shared-folder.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.fixture.ts';

afterEach(removeTemporaryFolders);

const isRoot = process.getuid?.() === 0;

/** A folder that its owner alone may enter, as /root. */
async function closedFolder(): Promise<string> {
  const folder = await temporaryFolder();
  await chmod(folder, 0o700);
  return folder;
}

test('an ordinary user runs the installed programs on data in the project, whatever its modes', async () => {
  const home = await closedFolder();
  const installed = await installedBinaries();
  expect(await place({ home, installed, onProgress: () => undefined, uid: 1000 })).toEqual({
    binaries: installed,
    dataDir: join(home, 'data'),
    account: undefined,
  });
});

test('data kept outside a project are found again by its folder alone', () => {
  const one = dataFolderIn('/var/lib/graphess', '/root/graphess/.data/92/postgres');
  expect(one).toBe('/var/lib/graphess/data-ed97bc381997ea28');
  expect(dataFolderIn('/var/lib/graphess', '/root/graphess/.data/93/postgres')).not.toBe(one);
});

if (isRoot) {
  test('root, whole project in a closed folder: programs are copied and data kept where the account reaches', async () => {
    const closed = await closedFolder();
    const shared = join(await temporaryFolder(), 'shared');
    const { packageDir } = await installedBinaries();
    const installedDir = join(closed, 'node_modules', 'postgres-package');
    await cp(packageDir, installedDir, { recursive: true, verbatimSymlinks: true });
    const home = join(closed, 'postgres');
    await mkdir(home);
    const said: string[] = [];
    const request = {
      home,
      installed: binariesIn(installedDir),
      onProgress: (sentence: string) => said.push(sentence),
      sharedFolders: [shared],
    };
    const placement = await place(request);
    expect(placement.dataDir).toBe(join(dataFolderIn(shared, home), 'data'));
    expect(dirname(placement.binaries.packageDir)).toBe(shared);
    const { uid } = placement.account ?? { uid: 0 };
    expect(uid).not.toBe(0);
    expect(said).toEqual([`Copie des programmes de PostgreSQL dans ${shared}…`]);
    expect(await place(request)).toEqual(placement);
    expect(said.length).toBe(1);
  });

  test('root, data in a closed folder: a real server, its data outside, forgotten with the project folder', async () => {
    const closed = await closedFolder();
    const dir = join(closed, '.data', '92');
    const first = await joinLocalPostgres({ dir, durable: false });
    const outside = dirname(first.dataDir);
    try {
      expect(first.dataDir.startsWith(closed)).toBe(false);
      expect((await stat(first.dataDir)).uid).not.toBe(0);
      await rowsOf(first.url, 'CREATE TABLE kept AS SELECT 1 AS one');
      await first.release();
      const second = await joinLocalPostgres({ dir, durable: false });
      expect(second.url).toBe(first.url);
      expect(await rowsOf(second.url, 'SELECT one FROM kept')).toEqual([[1]]);
      await rm(dir, { recursive: true });
      const afresh = await joinLocalPostgres({ dir, durable: false });
      expect(afresh.dataDir).toBe(first.dataDir);
      expect(await isServed(second.url)).toBe(false);
      expect(await rowsOf(afresh.url, `SELECT to_regclass('kept')`)).toEqual([[null]]);
      await afresh.release();
      expect(await isServed(afresh.url)).toBe(false);
    } finally {
      await rm(outside, { recursive: true });
    }
  });

  test('root, project copied without its owners: the data are given back to an account', async () => {
    const dir = await temporaryFolder();
    const before = await joinLocalPostgres({ dir, durable: false });
    await before.release();
    execFileSync('chown', ['-R', '0:0', dir]);
    const after = await joinLocalPostgres({ dir, durable: false });
    expect((await stat(after.dataDir)).uid).not.toBe(0);
    await after.release();
  });

  test('root does not rely on a shared folder that someone else made or may write', async () => {
    const shared = await temporaryFolder();
    expect(await isTrusted(shared)).toBe(true);
    await chmod(shared, 0o777);
    expect(await isTrusted(shared)).toBe(false);
    await chmod(shared, 0o755);
    await chown(shared, 65534, 65534);
    expect(await isTrusted(shared)).toBe(false);
    expect(await isTrusted(join(shared, 'absent'))).toBe(true);
  });
}
