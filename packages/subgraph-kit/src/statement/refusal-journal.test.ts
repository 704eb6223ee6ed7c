import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { networkOf, refusalJournal } from './refusal-journal.ts';

type Row = { reason: unknown; network: unknown; count: unknown };
let rows: Row[] = [];
const append = async ({ details = {} }: { details?: Record<string, unknown> }) => {
  rows.push({ reason: details['reason'], network: details['network'], count: details['count'] });
};
const refusal = { reason: 'ABSENT', target: '/graphql', address: '10.1.2.3', requestId: 'r' } as const;
const row = (count: number, network = '10.1.2.0/24') => ({ reason: 'ABSENT', network, count });

beforeEach(() => {
  rows = [];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a flood leaves one row a minute, and every refusal is counted', async () => {
  const journal = refusalJournal(append);
  for (let second = 0; second < 120; second++) {
    for (let each = 0; each < 10; each++) journal.refused(refusal);
    vi.advanceTimersByTime(1_000);
  }
  expect(rows).toEqual([row(1), row(599), row(600)]);
  journal.refused(refusal);
  await journal.stop();
  expect(rows).toEqual([row(1), row(599), row(600), row(1)]);
});

test('after a quiet minute the next one is told at once', async () => {
  const journal = refusalJournal(append);
  journal.refused(refusal);
  vi.advanceTimersByTime(60_000);
  journal.refused(refusal);
  expect(rows).toEqual([row(1), row(1)]);
  await journal.stop();
  expect(rows).toEqual([row(1), row(1)]);
});

test('reasons and networks are told apart; a flood of networks is one', async () => {
  const journal = refusalJournal(append);
  journal.refused(refusal);
  journal.refused({ ...refusal, reason: 'STALE' });
  for (let each = 0; each < 2_000; each++) {
    journal.refused({ ...refusal, address: `10.${each % 250}.${Math.floor(each / 250)}.1` });
  }
  await journal.stop();
  const counts = rows.map(({ count }) => Number(count)).reduce((sum, count) => sum + count, 0);
  expect({
    counts,
    rows: rows.length,
    elsewhere: rows.filter(({ network }) => network === 'elsewhere').length,
  }).toEqual({
    counts: 2_002,
    rows: 503,
    elsewhere: 2,
  });
});

test.each([
  ['10.1.2.3', '10.1.2.0/24'],
  ['::ffff:10.1.2.3', '10.1.2.0/24'],
  ['2001:db8:5:6::9', '2001:db8:5::/48'],
  ['::1', '0:0:0::/48'],
  ['', 'unknown'],
  ['a:b<script>', 'unknown'],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
