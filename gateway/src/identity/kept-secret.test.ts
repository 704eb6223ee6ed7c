import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { keptSecret, randomSecret } from './kept-secret.ts';

let folder = '';
afterEach(() => rm(folder, { recursive: true, force: true }));

test('programs that start together agree on a secret, which only its owner reads', async () => {
  folder = await mkdtemp(join(tmpdir(), 'graphess-secret-'));
  const path = join(folder, 'deep/secret');
  const all = await Promise.all(Array.from({ length: 10 }, () => keptSecret(path, randomSecret)));
  const later = await keptSecret(path, randomSecret);
  const { mode } = await stat(path);
  expect({
    different: new Set([...all, later]).size,
    long: later.length >= 43,
    mode: (mode & 0o777).toString(8),
    files: await readdir(join(folder, 'deep')),
  }).toEqual({ different: 1, long: true, mode: '600', files: ['secret'] });
});
