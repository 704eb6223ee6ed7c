import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { countedRefusals } from './counted-refusals.ts';
import type { JournalEntry } from './journal.ts';

const log = pino({ level: 'silent' });
let rows: JournalEntry[] = [];
const append = async (entry: JournalEntry) => void rows.push(entry);
const refusal = (reason: string, network = '10.1.2.0/24'): [JournalEntry, string] => [
  {
    action: 'STATEMENT_REFUSED',
    actorKind: 'visitor',
    actor: null,
    target: '/graphql',
    requestId: 'r',
    details: { reason, network },
  },
  `STATEMENT_REFUSED ${reason} ${network}`,
];
const counts = () => rows.map(({ details }) => details?.['count']);

beforeEach(() => {
  rows = [];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a flood leaves one row a minute, and every refusal is counted', async () => {
  const journal = countedRefusals(append, log);
  for (let second = 0; second < 120; second++) {
    for (let each = 0; each < 10; each++) await journal.refused(...refusal('ABSENT'));
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(counts()).toEqual([1, 599, 600]);
  await journal.refused(...refusal('ABSENT'));
  await journal.flush();
  expect(counts()).toEqual([1, 599, 600, 1]);
});

test('after a quiet minute the next one is told at once', async () => {
  const journal = countedRefusals(append, log);
  await journal.refused(...refusal('ABSENT'));
  await vi.advanceTimersByTimeAsync(60_000);
  await journal.refused(...refusal('ABSENT'));
  expect(counts()).toEqual([1, 1]);
  await journal.flush();
  expect(counts()).toEqual([1, 1]);
});

test('windows are told apart; too many of them are one, which names nobody', async () => {
  const journal = countedRefusals(append, log);
  await journal.refused(...refusal('ABSENT'));
  await journal.refused(...refusal('STALE'));
  for (let each = 0; each < 2_000; each++) await journal.refused(...refusal('ABSENT', `network ${each}`));
  await journal.flush();
  const elsewhere = rows.filter(({ target }) => target === null);
  expect([counts().reduce<number>((sum, count) => sum + Number(count), 0), rows.length]).toEqual([
    2_002, 502,
  ]);
  expect(elsewhere.map(({ actor, details }) => [actor, details])).toEqual([
    [null, { reason: 'ABSENT', network: 'elsewhere', count: 1 }],
    [null, { reason: 'ABSENT', network: 'elsewhere', count: 1_501 }],
  ]);
});

test('a journal that fails reaches no request, and what it lost is in the next row', async () => {
  let away = true;
  const journal = countedRefusals(async (entry) => {
    if (away) throw new Error('away');
    await append(entry);
  }, log);
  for (let each = 0; each < 3; each++) await journal.refused(...refusal('ABSENT'));
  away = false;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(counts()).toEqual([3]);
});

test('a stop gives up at the first failure', async () => {
  let tried = 0;
  const journal = countedRefusals(async () => {
    tried += 1;
    if (tried > 2) throw new Error('away');
  }, log);
  for (const reason of ['ABSENT', 'STALE', 'ABSENT', 'STALE']) await journal.refused(...refusal(reason));
  await journal.flush();
  expect(tried).toBe(3);
});

test('whoever is refused waits a second at most; rows are written one after the other', async () => {
  const appends: (() => void)[] = [];
  const journal = countedRefusals(() => new Promise((written) => appends.push(written)), log);
  const answered: string[] = [];
  const first = journal.refused(...refusal('ABSENT')).then(() => answered.push('first'));
  const second = journal.refused(...refusal('STALE')).then(() => answered.push('second'));
  await vi.advanceTimersByTimeAsync(999);
  expect([answered, appends.length]).toEqual([[], 1]);
  await vi.advanceTimersByTimeAsync(1);
  await Promise.all([first, second]);
  expect([answered, appends.length]).toEqual([['first', 'second'], 1]);
});

test('while the journal is slow, a window has one row that waits for it', async () => {
  const slow: (() => void)[] = [];
  const journal = countedRefusals(async (entry) => {
    await new Promise<void>((go) => slow.push(go));
    await append(entry);
  }, log);
  for (const reason of ['ABSENT', 'STALE']) void journal.refused(...refusal(reason));
  for (let minute = 0; minute < 5; minute++) {
    await journal.refused(...refusal('STALE'));
    await vi.advanceTimersByTimeAsync(60_000);
  }
  slow[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  slow[1]?.();
  await vi.advanceTimersByTimeAsync(60_000);
  slow[2]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(counts()).toEqual([1, 1, 5]);
});
