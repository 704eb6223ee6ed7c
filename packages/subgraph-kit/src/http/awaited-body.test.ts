import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as pass } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { allowLongBody, boundBodies } from './awaited-body.ts';

const LIMITS = {
  bodyMs: 400,
  tellLate: (socket: Socket) => void socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n'),
};
/** What keeps an upload alive for one look at it. */
const ENOUGH = Buffer.alloc(LIMITS.bodyMs * 8 + 500);

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** A server that answers once it has a body, to which `/long` may be sent for `longMs`. */
async function serve(longMs = 60_000): Promise<number> {
  server = createServer((request, response) => {
    if (request.url === '/long') allowLongBody(request, longMs);
    request.resume().once('end', () => response.end('done'));
  });
  boundBodies(server, LIMITS);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return (server.address() as AddressInfo).port;
}

/** Announces a body, sends `pieces` of it, one every 50 ms, and tells the status that came before the connection closed. */
async function send(
  port: number,
  path: string,
  pieces: readonly Buffer[],
  announced: number,
): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let received = '';
  socket.on('data', (chunk) => {
    received += chunk.toString('latin1');
  });
  socket.on('error', () => {});
  const closed = new Promise((done) => socket.once('close', done));
  socket.write(
    `PUT ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ${announced}\r\n\r\n`,
  );
  for (const piece of pieces) {
    if (socket.destroyed) break;
    socket.write(piece);
    await pass(50);
  }
  await closed;
  return received.slice(9, 12);
}

test('a body that does not end is ended; one that comes is not', async () => {
  const port = await serve();
  expect([
    await send(port, '/', [Buffer.from('ab')], 100),
    await send(port, '/', [Buffer.from('ab')], 2),
  ]).toEqual(['408', '200']);
});

test('a long body goes on as long as it comes fast enough, and no longer than it may', async () => {
  const port = await serve();
  const fast = Array.from({ length: 12 }, () => ENOUGH);
  const trickle = Array.from({ length: 40 }, () => Buffer.from('a'));
  expect([
    await send(port, '/long', fast, 12 * ENOUGH.length),
    await send(port, '/', fast, 12 * ENOUGH.length),
    await send(port, '/long', trickle, 10_000),
  ]).toEqual(['200', '408', '408']);
  server.close();
  expect(await send(await serve(300), '/long', [...fast, ...fast], 24 * ENOUGH.length)).toBe('408');
});
