import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { followBooks, library, reader } from '../testing/library/library.fixture.ts';
import { type TestSubgraph, testSubgraph } from '../testing/test-subgraph.ts';
import type { ChangeSource } from './change-source.ts';
import { nextPause, startFollower } from './follower.ts';

const silent = pino({ level: 'silent' });
let owner: TestSubgraph;
let copy: TestSubgraph;

beforeAll(async () => {
  [owner, copy] = await Promise.all([testSubgraph(library), testSubgraph(reader)]);
});
afterAll(() => Promise.all([owner.stop(), copy.stop()]));

test('a follower that is stopped gives up the page it waits for, and copies no more', async () => {
  const asked = Promise.withResolvers<AbortSignal | undefined>();
  const mute: ChangeSource = {
    name: 'library',
    read(_topic, _after, _limit, signal) {
      asked.resolve(signal);
      return new Promise(() => {});
    },
  };
  const follower = startFollower(copy.db, followBooks, mute, silent);
  const waiting = follower.catchUp();
  const refused = expect(waiting).rejects.toThrow('The follower of book from library is stopped');
  const signal = await asked.promise;
  await follower.stop();
  await refused;
  await expect(follower.catchUp()).rejects.toThrow('The follower of book from library is stopped');
  expect(signal?.aborted).toBe(true);
});

test('a copy is asked for less and less often while nothing changes', async () => {
  const pauses = [
    nextPause(500, false),
    nextPause(1_000, false),
    nextPause(2_000, false),
    nextPause(2_000, true),
  ];
  expect(pauses).toEqual([1_000, 2_000, 2_000, 500]);
  const first = startFollower(copy.db, followBooks, owner.open.changes, silent);
  await first.catchUp();
  await first.stop();
  const asked: number[] = [];
  const thrice = Promise.withResolvers<void>();
  const timed: ChangeSource = {
    name: 'library',
    read(...request) {
      asked.push(performance.now());
      if (asked.length === 3) thrice.resolve();
      return owner.open.changes.read(...request);
    },
  };
  const follower = startFollower(copy.db, followBooks, timed, silent);
  await thrice.promise;
  await follower.stop();
  const [one = 0, second = 0, third = 0] = asked;
  expect([second - one > 490, third - second > 990]).toEqual([true, true]);
});
