import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { withLock } from './lock.ts';
import { processStamp } from './processes.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.fixture.ts';

afterEach(removeTemporaryFolders);

test('work under the lock is done by one at a time, and the lock is freed by a failure', async () => {
  const folder = await temporaryFolder();
  let inside = 0;
  const seen: number[] = [];
  const work = async (): Promise<void> => {
    inside += 1;
    seen.push(inside);
    await pause(2);
    inside -= 1;
    throw new Error('refused');
  };
  const ends = await Promise.allSettled(Array.from({ length: 12 }, () => withLock(folder, work)));
  expect(seen).toEqual(Array.from({ length: 12 }, () => 1));
  expect(ends.map((end) => end.status)).toEqual(Array.from({ length: 12 }, () => 'rejected'));
  expect((await readdir(folder)).length).toBe(1);
});

test('the lock of a dead process is passed over by one at a time', async () => {
  const folder = await temporaryFolder();
  const dead = spawn('sleep', ['30'], { stdio: 'ignore' });
  const stamp = processStamp(dead.pid ?? 0);
  dead.kill('SIGKILL');
  await once(dead, 'exit');
  await writeFile(join(folder, 'lock.7'), stamp ?? '');
  let inside = 0;
  const seen: number[] = [];
  await Promise.all(
    Array.from({ length: 6 }, () =>
      withLock(folder, async () => {
        inside += 1;
        seen.push(inside);
        await pause(2);
        inside -= 1;
      }),
    ),
  );
  expect(seen).toEqual([1, 1, 1, 1, 1, 1]);
});

test('the lock of a living process is waited for', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'lock.1');
  await writeFile(file, processStamp(process.pid) ?? '');
  const order: string[] = [];
  const waiting = withLock(folder, async () => {
    order.push('taken');
  });
  await pause(100);
  order.push('freed');
  await writeFile(file, 'free');
  await waiting;
  expect(order).toEqual(['freed', 'taken']);
  expect(await readFile(join(folder, 'lock.2'), 'utf8')).toBe('free');
});
