import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { createLog, VISITOR, type Viewer } from '@graphess/subgraph-kit';
import { fastify } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forwardRoutes } from './forward-routes.ts';

const log = createLog({ name: 'test', level: 'silent', pretty: false });
const PIECE = Buffer.alloc(256 * 1_024);

function* endless() {
  for (;;) yield PIECE;
}

const app = fastify({ trustProxy: true });
let port: number;
let begun = 0;
beforeAll(async () => {
  await forwardRoutes(app, {
    routes: [
      {
        ...{ domain: 'library', method: 'GET', path: '/large', publicPath: '/great' },
        ...{ maxBytes: 0, timeoutMs: 60_000, oneAtATime: true },
      },
      { domain: 'library', method: 'GET', path: '/small', maxBytes: 0, timeoutMs: 60_000 },
    ],
    targetOf:
      () =>
      async ({ headers }) => {
        begun += 1;
        return { status: 200, body: headers['range'] === 'endless' ? Readable.from(endless()) : 'small' };
      },
    identify: async ({ headers }): Promise<Viewer> =>
      headers.authorization === undefined
        ? VISITOR
        : { ...VISITOR, kind: 'person', subject: headers.authorization },
    log,
  });
  port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port);
});
afterAll(() => app.close());

/** A reader that asks for what never ends and takes nothing. */
async function slowReader(path: string, who: Record<string, string>) {
  const before = begun;
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  socket.pause();
  const headers = Object.entries({ Range: 'endless', ...who }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  socket.write(`GET /files/library${path} HTTP/1.1\r\nHost: x\r\n${headers.join('')}\r\n`);
  await expect.poll(() => begun, { timeout: 10_000 }).toBe(before + 1);
  return () => void socket.destroy();
}

const ask = (path: string, headers: Record<string, string>) => askAt(`/files/library${path}`, headers);
async function askAt(address: string, headers: Record<string, string>) {
  const answer = await fetch(`http://127.0.0.1:${port}${address}`, { headers });
  await answer.text();
  return [answer.status, answer.headers.get('retry-after')];
}

test('a reader has one place, by address or by name; others are served; the end gives it back', async () => {
  const here = { 'X-Forwarded-For': '192.0.2.1' };
  const leave = await slowReader('/large', here);
  const leaveToo = await slowReader('/large', { ...here, Authorization: 'p-1' });
  expect([
    await ask('/large', here),
    await ask('/large', { 'X-Forwarded-For': '192.0.2.2', Authorization: 'p-1' }),
    await ask('/large', { 'X-Forwarded-For': '192.0.2.2' }),
    await ask('/large', { ...here, Authorization: 'p-2' }),
    await ask('/small', here),
  ]).toEqual([
    [503, '10'],
    [503, '10'],
    [200, null],
    [200, null],
    [200, null],
  ]);
  leave();
  leaveToo();
  await expect.poll(() => ask('/large', here), { timeout: 10_000 }).toEqual([200, null]);
  await expect.poll(() => ask('/large', { Authorization: 'p-1' }), { timeout: 10_000 }).toEqual([200, null]);
});

test('the two addresses of a route are one place', async () => {
  const here = { 'X-Forwarded-For': '192.0.2.4' };
  const leave = await slowReader('/large', here);
  expect(await askAt('/great', here)).toEqual([503, '10']);
  leave();
  await expect.poll(() => askAt('/great', here), { timeout: 10_000 }).toEqual([200, null]);
});

test('control: where readers are not counted, one may hold any number of places', async () => {
  const here = { 'X-Forwarded-For': '192.0.2.3' };
  const leaving = [await slowReader('/small', here), await slowReader('/small', here)];
  expect(await ask('/small', here)).toEqual([200, null]);
  for (const leave of leaving) leave();
});
