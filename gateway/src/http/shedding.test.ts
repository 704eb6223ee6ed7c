import { setTimeout as pass } from 'node:timers/promises';
import { fastify } from 'fastify';
import { afterEach, expect, test } from 'vitest';
import type { Guard } from '../guards.ts';
import { type BareGateway, bareGateway } from '../testing/bare-gateway.ts';
import { shedLoad } from './shedding.ts';

let gateway: BareGateway | undefined;
afterEach(async () => {
  await gateway?.stop();
  gateway = undefined;
});

const HEADERS = { 'content-type': 'application/json' };

async function crowded(without: Guard[] = []) {
  const answering = Promise.withResolvers<void>();
  gateway = await bareGateway({
    env: { MAX_IN_FLIGHT: '8' },
    without,
    answer: async () => {
      await answering.promise;
      return { data: { calls: [] } };
    },
  });
  const { url } = gateway;
  const ask = () =>
    fetch(`${url}/graphql`, { method: 'POST', headers: HEADERS, body: '{"query":"{ calls { id } }"}' });
  // Two wait for their subgraph, which may have a quarter of what the gateway may have under way; more are refused by it.
  const waiting = [ask(), ask()];
  await pass(200);
  return { url, ask, waiting, release: () => answering.resolve() };
}

test('a subgraph is given a quarter of the room: what more is asked of it is refused, and what needs it not is answered', async () => {
  const { url, ask, waiting, release } = await crowded();
  const refused = await ask();
  const typename = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: HEADERS,
    body: '{"query":"{__typename}"}',
  });
  const body = (await refused.json()) as { data?: unknown; errors: { extensions: unknown }[] };
  expect([
    refused.status,
    refused.headers.get('retry-after'),
    'data' in body,
    body.errors[0]?.extensions,
  ]).toEqual([503, '2', false, { code: 'OVERLOADED', domain: 'grants', requestId: expect.any(String) }]);
  expect(typename.status).toBe(200);
  release();
  expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([200, 200]);
});

async function flooded(app: ReturnType<typeof fastify>, count: number) {
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const asked = Array.from({ length: count }, () => fetch(`${url}/work`));
  await pass(300);
  return { url, asked };
}

function working(delayMs?: () => number) {
  const app = fastify();
  const done = Promise.withResolvers<void>();
  const shedding = shedLoad(app, { maxInFlight: 20, ...(delayMs ? { delayMs } : {}) }, ['/probe']);
  app.get('/work', () => done.promise.then(() => 'done'));
  app.get('/probe', async () => 'alive');
  return { app, shedding, release: () => done.resolve() };
}

test('over its bound a server sends clients away at once, and says when to come back; probes pass', async () => {
  const { app, shedding, release } = working(() => 0);
  const { url, asked } = await flooded(app, 60);
  const probe = await fetch(`${url}/probe`);
  expect([await probe.text(), shedding.hard()]).toEqual(['alive', true]);
  release();
  const answers = await Promise.all(asked);
  const shed = answers.filter(({ status }) => status === 503 || status === 500);
  expect([shed.length, answers.filter(({ status }) => status === 200).length]).toEqual([40, 20]);
  await pass(100);
  expect([(await fetch(`${url}/work`)).status, shedding.inFlight()]).toEqual([200, 0]);
  await app.close();
});

test('a late event loop sheds what waits in numbers, and nothing else', async () => {
  let delay = 500;
  const { app, release } = working(() => delay);
  const { url, asked } = await flooded(app, 18);
  expect((await fetch(`${url}/work`)).status).toBe(503);
  release();
  expect(
    (await Promise.all(asked)).map(({ status }) => status).filter((status) => status === 200),
  ).toHaveLength(16);
  await pass(100);
  expect((await fetch(`${url}/work`)).status).toBe(200);
  delay = 0;
  await app.close();
});

test('without its guard a gateway takes what comes', async () => {
  const statusOf = async (without: Guard[]) => {
    const answering = Promise.withResolvers<void>();
    const narrow = await bareGateway({
      env: { MAX_IN_FLIGHT: '1' },
      without,
      answer: () => answering.promise.then(() => ({ data: { calls: [] } })),
    });
    const post = (query: string) =>
      fetch(`${narrow.url}/graphql`, { method: 'POST', headers: HEADERS, body: JSON.stringify({ query }) });
    const waiting = post('{ calls { id } }');
    await pass(200);
    const { status } = await post('{ __typename }');
    answering.resolve();
    await waiting;
    await narrow.stop();
    return status;
  };
  expect([await statusOf([]), await statusOf(['shedding'])]).toEqual([503, 200]);
});
