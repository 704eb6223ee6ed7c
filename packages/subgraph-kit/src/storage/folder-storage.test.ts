import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FileStorage } from './file-storage.ts';
import { folderStorage } from './folder-storage.ts';

let folder: string;
let storage: FileStorage;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'graphess-folder-'));
  storage = folderStorage(folder);
});
afterEach(() => rm(folder, { recursive: true }));

const ROOM = { maxBytes: 1_000 };

async function* pieces(...texts: string[]): AsyncGenerator<Buffer> {
  for (const text of texts) yield Buffer.from(text);
}

async function* broken(): AsyncGenerator<Buffer> {
  yield Buffer.from('half');
  throw new Error('cut');
}

async function textOf(key: string, range?: { start: number; end: number }): Promise<string | null> {
  const stream = await storage.open(key, range);
  return stream === null ? null : (await buffer(stream)).toString();
}

const drafts = () => readdir(join(folder, '.unfinished'));

test('a file is stored with its hash and its length, read whole or in part, replaced and removed', async () => {
  const stored = await storage.put('letters/1', pieces('abc', 'def'), ROOM);
  expect(stored).toEqual({ sha256: createHash('sha256').update('abcdef').digest('hex'), bytes: 6 });
  expect([await textOf('letters/1'), await textOf('letters/1', { start: 1, end: 2 })]).toEqual([
    'abcdef',
    'bc',
  ]);
  await storage.put('letters/1', pieces('other'), ROOM);
  expect([await textOf('letters/1'), await storage.bytesOf('letters/1')]).toEqual(['other', 5]);
  await storage.remove('letters/1');
  await storage.remove('letters/1');
  expect([await textOf('letters/1'), await storage.bytesOf('letters/1'), await drafts()]).toEqual([
    null,
    null,
    [],
  ]);
});

test('what is too long, cut or given up leaves what was there', async () => {
  await storage.put('letters/1', pieces('first'), ROOM);
  await expect(storage.put('letters/1', pieces('12345', '6'), { maxBytes: 5 })).rejects.toThrow(
    'More than 5 bytes',
  );
  await expect(storage.put('letters/1', broken(), ROOM)).rejects.toThrow('cut');
  const signal = AbortSignal.abort(new Error('left'));
  await expect(storage.put('letters/1', pieces('x'), { ...ROOM, signal })).rejects.toThrow('left');
  expect([await textOf('letters/1'), await drafts()]).toEqual(['first', []]);
});

test('nobody sees a file before it is whole', async () => {
  const half = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const writing = storage.put(
    'letters/1',
    (async function* () {
      yield Buffer.from('half');
      half.resolve();
      await goOn.promise;
    })(),
    ROOM,
  );
  await half.promise;
  expect([await storage.bytesOf('letters/1'), (await drafts()).length]).toEqual([null, 1]);
  goOn.resolve();
  await writing;
  expect(await textOf('letters/1')).toBe('half');
});

test('what a dead process left is swept once it is old', async () => {
  await storage.put('letters/1', pieces('a'), ROOM);
  const left = join(folder, '.unfinished', 'left');
  await folderStorage(folder).put('letters/2', pieces('b'), ROOM);
  await writeFile(left, 'half');
  await storage.sweep(new Date(Date.now() - 60_000));
  expect(await drafts()).toEqual(['left']);
  await utimes(left, new Date(0), new Date(0));
  await storage.sweep(new Date(Date.now() - 60_000));
  expect([await drafts(), await textOf('letters/1')]).toEqual([[], 'a']);
});

test('the files of a folder are listed once they are old', async () => {
  await storage.put('letters/2', pieces('b'), ROOM);
  await storage.put('letters/1', pieces('a'), ROOM);
  await storage.put('attachments/1', pieces('c'), ROOM);
  await utimes(join(folder, 'letters/1'), new Date(0), new Date(0));
  const minutesFromNow = (minutes: number) => new Date(Date.now() + minutes * 60_000);
  expect([
    await storage.keysIn('letters', minutesFromNow(1)),
    await storage.keysIn('letters', minutesFromNow(-1)),
    await storage.keysIn('exports', minutesFromNow(1)),
  ]).toEqual([['letters/1', 'letters/2'], ['letters/1'], []]);
});

test.each([
  '../secret',
  'letters/../../secret',
  '/etc/passwd',
  'letters',
  'letters/',
  'letters//1',
  '.unfinished/x',
  'letters/a\0b',
  `letters/${'a'.repeat(200)}`,
])('%j is no key', async (key) => {
  await expect(storage.put(key, pieces('x'), ROOM)).rejects.toThrow('Not a key');
});
