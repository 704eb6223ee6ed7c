import { execFileSync, spawn } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { joinLocalPostgres } from './join.ts';
import { startJoiningProcess } from './joining-process.fixture.ts';
import { livePostmaster } from './postmaster.ts';
import { isServed, rowsOf } from './query.fixture.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.fixture.ts';

afterEach(removeTemporaryFolders);

test('two processes that join an empty folder at once end with one server, stopped by the last to leave', async () => {
  const dir = await temporaryFolder();
  const [one, other] = await Promise.all([startJoiningProcess(dir), startJoiningProcess(dir)]);
  expect([one.joined, other.joined].toSorted()).toEqual([false, true]);
  expect({ ...one, joined: true, leave: null, kill: null }).toEqual({
    ...other,
    joined: true,
    leave: null,
    kill: null,
  });
  await one.leave();
  expect(await isServed(other.url)).toBe(true);
  await other.leave();
  expect(await isServed(other.url)).toBe(false);
});

test('a server survives kill -9 of the process that started it, is joined, and the dead one does not count', async () => {
  const dir = await temporaryFolder();
  const starter = await startJoiningProcess(dir);
  await rowsOf(starter.url, 'CREATE TABLE kept AS SELECT 1 AS one');
  await starter.kill();
  expect(await isServed(starter.url)).toBe(true);
  const orphaned = await livePostmaster(starter.dataDir);
  const heir = await joinLocalPostgres({ dir, durable: false });
  expect(heir.joined).toBe(true);
  expect(heir.url).toBe(starter.url);
  expect(await livePostmaster(heir.dataDir)).toEqual(orphaned);
  await heir.release();
  expect(await isServed(heir.url)).toBe(false);
  expect(await readdir(join(dir, 'postgres', 'users'))).toEqual([]);
});

test('a server killed with its pid file left behind is started again, even if its number was given away', async () => {
  const dir = await temporaryFolder();
  const server = await joinLocalPostgres({ dir });
  await rowsOf(server.url, 'CREATE TABLE kept AS SELECT 1 AS one');
  const pidFile = join(server.dataDir, 'postmaster.pid');
  const before = await livePostmaster(server.dataDir);
  const stranger = spawn('sleep', ['30'], { stdio: 'ignore' });
  try {
    process.kill(before?.pid ?? 0, 'SIGKILL');
    const [, ...others] = (await readFile(pidFile, 'utf8')).split('\n');
    await writeFile(pidFile, [String(stranger.pid), ...others].join('\n'));
    expect(await livePostmaster(server.dataDir)).toBeUndefined();
    const again = await joinLocalPostgres({ dir });
    expect(again.joined).toBe(false);
    expect(await rowsOf(again.url, 'SELECT one FROM kept')).toEqual([[1]]);
    await server.release();
    expect(await isServed(again.url)).toBe(true);
    await again.release();
    expect(await isServed(again.url)).toBe(false);
  } finally {
    stranger.kill('SIGKILL');
  }
});

test('a project copied with its pid file gets a server of its own', async () => {
  const dir = await temporaryFolder();
  const copy = await temporaryFolder();
  const original = await joinLocalPostgres({ dir, durable: false });
  execFileSync('cp', ['-a', `${dir}/.`, copy]);
  const copied = await joinLocalPostgres({ dir: copy, durable: false });
  expect(copied.joined).toBe(false);
  expect(copied.dataDir).toBe(join(copy, 'postgres', 'data'));
  expect(copied.url).not.toBe(original.url);
  await original.release();
  expect(await isServed(copied.url)).toBe(true);
  await copied.release();
  expect(await isServed(copied.url)).toBe(false);
});
