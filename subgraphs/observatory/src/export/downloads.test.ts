import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { RouteRefusal } from '@graphess/subgraph-kit';
import { expect, test } from 'vitest';
import { boundedDownloads } from './downloads.ts';

const PIECE = new Uint8Array(256 * 1_024);

/** More than what sockets hold on the way, and then some. */
async function* file(pieces = 200) {
  for (let left = pieces; left > 0; left -= 1) yield PIECE;
}

/** A server that sends a file to each reader who has a place; four readers that ask and take nothing. */
async function withFourSlowReaders(stallMs: number) {
  const downloads = boundedDownloads({ most: 4, stallMs });
  let begun = 0;
  const server = createServer((_request, response) => {
    try {
      const leave = downloads.takePlace();
      begun += 1;
      const body = downloads.stream(file()).once('close', leave);
      body.on('error', () => response.destroy());
      response.once('close', () => body.destroy());
      body.pipe(response);
    } catch (error) {
      response.statusCode = error instanceof RouteRefusal ? error.status : 500;
      response.end(error instanceof RouteRefusal ? String(error.extensions['retryAfterSeconds']) : '');
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const slow: Socket[] = Array.from({ length: 4 }, () => {
    const socket = connect(port, '127.0.0.1').on('error', () => {});
    socket.pause();
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    return socket;
  });
  await expect.poll(() => begun, { timeout: 10_000 }).toBe(4);
  const ask = async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    return { status: answer.status, bytes: (await answer.arrayBuffer()).byteLength };
  };
  const stop = async () => {
    for (const socket of slow) socket.destroy();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { ask, stop };
}

test('four readers that take nothing lose their places: another gets the whole file', async () => {
  const { ask, stop } = await withFourSlowReaders(200);
  await expect.poll(ask, { timeout: 20_000 }).toEqual({ status: 200, bytes: 200 * PIECE.length });
  await stop();
}, 40_000);

test('control: while nobody loses a place, another is told to come back', async () => {
  const { ask, stop } = await withFourSlowReaders(600_000);
  expect([await ask(), await ask()]).toEqual([
    { status: 503, bytes: '10'.length },
    { status: 503, bytes: '10'.length },
  ]);
  await stop();
});

test('a file that is long to make is no fault of its reader', async () => {
  const slowly = async function* () {
    for (let left = 5; left > 0; left -= 1) {
      await new Promise((done) => setTimeout(done, 60));
      yield PIECE;
    }
  };
  let bytes = 0;
  const body = boundedDownloads({ most: 1, stallMs: 20 }).stream(slowly());
  for await (const piece of body) bytes += piece.length;
  expect(bytes).toBe(5 * PIECE.length);
});
