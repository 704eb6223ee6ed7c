import { connect, type Socket } from 'node:net';
import { setTimeout as pass } from 'node:timers/promises';
import { fastify } from 'fastify';
import { expect, test } from 'vitest';
import type { Guard } from '../guards.ts';
import { bareGateway } from '../testing/bare-gateway.ts';
import { shedLoad } from './shedding.ts';

const HEADERS = { 'content-type': 'application/json' };

/** Clients that announce a body and send none, and the statuses that they were told at once. */
async function silent(port: number, count: number, path = '/graphql') {
  const sockets = Array.from({ length: count }, () => connect(port, '127.0.0.1').on('error', () => {}));
  const told: number[] = [];
  for (const socket of sockets) {
    socket.on('data', (chunk) => {
      told.push(Number(/^HTTP\/1\.1 (\d+)/.exec(chunk.toString('latin1'))?.[1]));
    });
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n`,
    );
  }
  await pass(500);
  return { told, leave: () => sockets.forEach((socket: Socket) => void socket.destroy()) };
}

test('clients that announce bodies and send none keep nobody out: they fill the places of their address', async () => {
  const statusesOf = async (without: Guard[]) => {
    const door = await bareGateway({ without });
    const { told, leave } = await silent(door.port, 201);
    const answers = await Promise.all([
      fetch(`${door.url}/graphql`, { method: 'POST', headers: HEADERS, body: '{"query":"{__typename}"}' }),
      fetch(`${door.url}/readyz`),
    ]);
    leave();
    await door.stop();
    return [told.length, new Set(told), answers.map(({ status }) => status)];
  };
  expect(await statusesOf([])).toEqual([151, new Set([503]), [200, 200]]);
  expect(await statusesOf(['shedding'])).toEqual([0, new Set(), [200, 200]]);
});

function awaiting(maxInFlight: number, maxAwaited: { perAddress: number; all: number }) {
  const app = fastify({ trustProxy: true });
  const shedding = shedLoad(app, { maxInFlight, maxAwaited, delayMs: () => 0 }, []);
  const done = Promise.withResolvers<void>();
  app.post('/work', () => done.promise.then(() => 'done'));
  return { app, shedding, release: () => done.resolve() };
}

/** A request whose headers arrive, and whose body does when it is told to. */
async function begun(port: number, address = '192.0.2.1') {
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  const told = Promise.withResolvers<number>();
  socket.on('data', (chunk) => {
    told.resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(chunk.toString('latin1'))?.[1]));
  });
  socket.write(
    `POST /work HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: ${address}\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n`,
  );
  await pass(50);
  return { status: told.promise, finish: () => socket.write('{}'), leave: () => socket.destroy() };
}

test('a body that comes late is work from then on, and is sent away when there is too much of it', async () => {
  const { app, shedding, release } = awaiting(2, { perAddress: 10, all: 10 });
  const port = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);
  const clients = [await begun(port), await begun(port), await begun(port)];
  const before = shedding.inFlight();
  for (const client of clients) {
    client.finish();
    await pass(50);
  }
  const during = shedding.inFlight();
  const third = await clients[2]?.status;
  release();
  const others = await Promise.all(clients.slice(0, 2).map(({ status }) => status));
  for (const { leave } of clients) leave();
  await pass(50);
  expect([before, during, third, others, shedding.inFlight()]).toEqual([0, 2, 503, [200, 200], 0]);
  await app.close();
});

test('places for bodies are counted by address and in all, and given back', async () => {
  const { app, shedding, release } = awaiting(10, { perAddress: 1, all: 2 });
  release();
  const port = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);
  const [first, second] = [await begun(port), await begun(port, '198.51.100.1')];
  const same = await begun(port);
  const more = await begun(port, '203.0.113.1');
  const refused = await Promise.all([same.status, more.status]);
  first.leave();
  await pass(50);
  const next = await begun(port);
  for (const { finish } of [second, next]) finish();
  const answered = await Promise.all([second.status, next.status]);
  for (const { leave } of [second, same, more, next]) leave();
  expect([refused, answered, shedding.hard()]).toEqual([[503, 503], [200, 200], false]);
  await app.close();
});

test('an address that leads nowhere is told so before any body', async () => {
  const door = await bareGateway();
  const [nowhere, wrongKey] = [
    await silent(door.port, 2, '/nothing'),
    await silent(door.port, 1, '/nothing?token=1'),
  ];
  expect([nowhere.told, wrongKey.told]).toEqual([[404, 404], [400]]);
  for (const { leave } of [nowhere, wrongKey]) leave();
  const put = connect(door.port, '127.0.0.1').on('error', () => {});
  const told = new Promise<string>((resolve) =>
    put.once('data', (chunk) => resolve(chunk.toString('latin1'))),
  );
  put.write(
    'PUT /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n',
  );
  expect(await told).toMatch(/^HTTP\/1\.1 405 .*^allow: GET, HEAD, POST\r$/ims);
  put.destroy();
  await door.stop();
});
