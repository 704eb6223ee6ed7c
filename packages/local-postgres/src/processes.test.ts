import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { commandOf, isStampAlive, processStamp } from './processes.ts';

test('a living process has one stamp', () => {
  const stamp = processStamp(process.pid);
  expect(stamp).toBe(processStamp(process.pid));
  expect(isStampAlive(stamp ?? '')).toBe(true);
});

test('a later process of the same number is another', () => {
  expect(isStampAlive(`${process.pid} 1`)).toBe(false);
});

test('an empty or foreign stamp names no process', () => {
  expect(['', 'free', '0 1', '-1 1', '99999999999999999999 1'].map(isStampAlive)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});

test('a zombie is dead', async () => {
  // The child outlives the shell, which would reap it, and ends under a parent that never does.
  const parent = spawn('sh', ['-c', 'sleep 1 & echo $!; exec sleep 30'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const [chunk]: Buffer[] = await once(parent.stdout, 'data');
    const zombie = Number(chunk?.toString());
    const deadline = Date.now() + 5_000;
    while (processStamp(zombie) !== undefined && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(processStamp(zombie)).toBeUndefined();
    expect(commandOf(zombie)?.program.includes('sh')).toBe(false);
  } finally {
    parent.kill('SIGKILL');
  }
});
