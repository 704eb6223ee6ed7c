import { setTimeout as pass } from 'node:timers/promises';
import { VISITOR } from '@graphess/subgraph-kit';
import { pino } from 'pino';
import { afterEach, expect, test, vi } from 'vitest';
import type { Guard } from '../guards.ts';
import { Momentary, retryBudget } from './retry.ts';
import { type SubgraphLine, subgraphLine } from './subgraph-line.ts';
import type { SubgraphAnswer, SubgraphRequest } from './subgraph-request.ts';

afterEach(() => {
  vi.useRealTimers();
});

const ANSWER = { data: { calls: [] } } as SubgraphAnswer;

function lineOf(
  options: { timeoutMs?: number; writeTimeoutMs?: number; maxConcurrent?: number; without?: Guard[] } = {},
) {
  const { without = [], ...settings } = options;
  return subgraphLine({
    domain: 'grants',
    timeoutMs: 5_000,
    log: pino({ level: 'silent' }),
    ...settings,
    without: new Set(without),
  });
}

function request(query = '{ calls { id } }', signal?: AbortSignal): SubgraphRequest {
  const ctx = {
    viewer: VISITOR,
    requestId: 'request-1',
    spendPoints: () => Promise.reject(new Error('a fetch spends no points')),
    ...(signal ? { signal } : {}),
  };
  return { query, variables: undefined, operationName: undefined, ctx };
}

/** The code of an answer, null for a good one, and how many times the subgraph was asked. */
async function codesOf(
  line: SubgraphLine,
  count: number,
  call: (signal: AbortSignal) => Promise<SubgraphAnswer>,
  query?: string,
) {
  let asked = 0;
  const codes = [];
  for (let n = 0; n < count; n += 1) {
    const answer = await line.ask(request(query), (signal) => {
      asked += 1;
      return call(signal);
    });
    codes.push(answer.errors?.[0]?.extensions?.['code'] ?? null);
  }
  return { codes, asked };
}

const fails = () => Promise.reject(new Error('no'));
const DOWN = 'SUBGRAPH_UNAVAILABLE';

test('after five failures in a row a subgraph is not asked; a probe finds it again, and only one goes', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const line = lineOf();
  expect(await codesOf(line, 8, fails)).toEqual({ codes: Array(8).fill(DOWN), asked: 5 });
  vi.setSystemTime(Date.now() + 5_000);
  const probe = Promise.withResolvers<SubgraphAnswer>();
  const probing = line.ask(request(), () => probe.promise);
  expect(await codesOf(line, 3, fails)).toEqual({ codes: [DOWN, DOWN, DOWN], asked: 0 });
  probe.resolve(ANSWER);
  expect(await probing).toEqual(ANSWER);
  expect(await codesOf(line, 3, async () => ANSWER)).toEqual({ codes: [null, null, null], asked: 3 });
});

test('a probe that fails leaves the breaker open', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const line = lineOf();
  await codesOf(line, 5, fails);
  vi.setSystemTime(Date.now() + 5_000);
  expect(await codesOf(line, 3, fails)).toEqual({ codes: [DOWN, DOWN, DOWN], asked: 1 });
});

test('half of many calls that fail open the breaker too', async () => {
  const line = lineOf();
  let n = 0;
  const mostly = () => {
    n += 1;
    return n % 5 < 4 ? fails() : Promise.resolve(ANSWER);
  };
  const { asked } = await codesOf(line, 60, mostly);
  expect(asked).toBeLessThan(25);
});

test('without its breaker a subgraph is asked every time', async () => {
  expect((await codesOf(lineOf({ without: ['breaker'] }), 8, fails)).asked).toBe(8);
});

test('a connection that fails is tried once more, for a read; an answer that is late is not', async () => {
  const refused = () =>
    Promise.reject(
      new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) }),
    );
  const says503 = () => Promise.reject(new Momentary('answered 503'));
  const asks = async (call: () => Promise<never>, query?: string) =>
    (await codesOf(lineOf(), 1, call, query)).asked;
  expect({
    read: await asks(refused),
    named: await asks(refused, 'query Calls__grants__0 { calls { id } }'),
    balancer: await asks(says503),
    write: await asks(refused, 'mutation { revoke }'),
    other: await asks(fails),
  }).toEqual({ read: 2, named: 2, balancer: 2, write: 1, other: 1 });
  let first = true;
  const recovers = () => {
    const call = first ? refused() : Promise.resolve(ANSWER);
    first = false;
    return call;
  };
  expect(await codesOf(lineOf(), 1, recovers)).toEqual({ codes: [null], asked: 2 });
});

test('second attempts are a tenth of the calls', () => {
  const budget = retryBudget();
  const spent = (calls: number) =>
    Array.from({ length: calls }, () => {
      budget.earn();
      return budget.spend();
    }).filter(Boolean).length;
  expect([spent(10), spent(1_000)]).toEqual([10, 100]);
});

const never = (signal: AbortSignal) =>
  new Promise<SubgraphAnswer>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });

test('a subgraph that does not answer is given up in time, and told so', async () => {
  let gaveUp: AbortSignal | undefined;
  const answer = await lineOf({ timeoutMs: 50 }).ask(request(), (signal) => {
    gaveUp = signal;
    return never(signal);
  });
  expect([answer.errors?.[0]?.extensions, gaveUp?.aborted]).toEqual([{ code: DOWN, domain: 'grants' }, true]);
});

test('without its timeout a subgraph is waited for until the client leaves', async () => {
  const left = new AbortController();
  let settled = false;
  const asking = lineOf({ timeoutMs: 20, without: ['subgraph-timeout'] })
    .ask(request(undefined, left.signal), never)
    .finally(() => {
      settled = true;
    });
  await pass(200);
  expect(settled).toBe(false);
  left.abort();
  await asking;
});

test('clients that leave say nothing of the subgraph, and what comes after is not asked', async () => {
  const line = lineOf();
  for (let n = 0; n < 10; n += 1) {
    const left = new AbortController();
    const asking = line.ask(request(undefined, left.signal), never);
    left.abort();
    await asking;
  }
  expect(await codesOf(line, 1, async () => ANSWER)).toEqual({ codes: [null], asked: 1 });
  let asked = false;
  await line.ask(request(undefined, AbortSignal.abort()), async () => {
    asked = true;
    return ANSWER;
  });
  expect(asked).toBe(false);
});

test('a subgraph is asked so many things at once, and no more', async () => {
  const line = lineOf({ maxConcurrent: 2 });
  const slow = Promise.withResolvers<SubgraphAnswer>();
  const asking = [1, 2].map(() => line.ask(request(), () => slow.promise));
  expect((await codesOf(line, 1, async () => ANSWER)).codes).toEqual(['OVERLOADED']);
  slow.resolve(ANSWER);
  await Promise.all(asking);
  expect((await codesOf(line, 1, async () => ANSWER)).codes).toEqual([null]);
});

test('a write is waited for longer than a read', async () => {
  const line = lineOf({ timeoutMs: 20, writeTimeoutMs: 5_000 });
  const slow = async () => {
    await pass(200);
    return ANSWER;
  };
  expect(await codesOf(line, 1, slow)).toEqual({ codes: [DOWN], asked: 1 });
  expect(await codesOf(line, 1, slow, 'mutation { publish }')).toEqual({ codes: [null], asked: 1 });
});
