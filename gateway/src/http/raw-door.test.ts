import { connect } from 'node:net';
import { setTimeout as pass } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BareGateway, bareGateway } from '../testing/bare-gateway.ts';

let door: BareGateway;
let patient: BareGateway;
beforeAll(async () => {
  [door, patient] = await Promise.all([bareGateway(), bareGateway({ without: ['slow-client'] })]);
});
afterAll(() => Promise.all([door.stop(), patient.stop()]));

/** Writes bytes as they are, and gives what came back until the server closed; null when it had not by then. */
function write(bytes: string, { gateway = door, waitMs = 40_000 } = {}): Promise<string | null> {
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(gateway.port, '127.0.0.1', () => socket.write(bytes));
    const late = setTimeout(() => {
      socket.destroy();
      resolve(null);
    }, waitMs);
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(late);
      resolve(received);
    });
  });
}

const statuses = (received: string | null) =>
  [...(received ?? '').matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => Number(status));

const POST = 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';

test.each([
  [
    'a length and chunks',
    `${POST}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n`,
    400,
  ],
  [
    'chunks with a space before the colon',
    `${POST}Transfer-Encoding : chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n`,
    400,
  ],
  ['two lengths', `${POST}Content-Length: 5\r\nContent-Length: 6\r\n\r\n{"a":1`, 400],
  ['a coding before chunked', `${POST}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`, 400],
  ['no host', 'GET /healthz HTTP/1.1\r\n\r\n', 400],
  ['a method that is none', 'BREW / HTTP/1.1\r\nHost: x\r\n\r\n', 400],
  ['a line that is no HTTP', 'hello\r\n\r\n', 400],
  ['a bare line feed in a header', `GET /healthz HTTP/1.1\r\nHost: x\r\nX: a\nY: b\r\n\r\n`, 400],
  ['ten thousand headers', `GET /healthz HTTP/1.1\r\nHost: x\r\n${'X: y\r\n'.repeat(10_000)}\r\n`, 431],
  ['an address of 20 kB', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431],
])('%s: one refusal, and the connection ends', async (_case, bytes, status) => {
  expect(statuses(await write(bytes))).toEqual([status]);
});

test.each([
  ['TRACE', 'TRACE /graphql HTTP/1.1\r\nHost: x\r\nCookie: secret=1\r\nConnection: close\r\n\r\n'],
  [
    'an address of another server',
    'GET http://169.254.169.254/latest HTTP/1.1\r\nHost: 169.254.169.254\r\nConnection: close\r\n\r\n',
  ],
  ['a way up', 'GET /%2e%2e/%2e%2e/etc/passwd%00.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
])('%s is refused without an echo', async (_case, bytes) => {
  const received = await write(bytes);
  expect(statuses(received).every((status) => [400, 404, 405].includes(status))).toBe(true);
  expect(received).not.toMatch(/secret=1|root:/);
});

test('a client that does not finish its headers or its body is told so and left; without the guard it is waited for', async () => {
  const headers = 'POST /graphql HTTP/1.1\r\nHost: x\r\n';
  const body = `${POST}Content-Length: 100\r\n\r\n{"qu`;
  const [slowHeaders, slowBody, waited] = await Promise.all([
    write(headers),
    write(body),
    write(headers, { gateway: patient, waitMs: 9_000 }),
  ]);
  expect([statuses(slowHeaders), statuses(slowBody), waited]).toEqual([[408], [408], null]);
}, 60_000);

test('a half-open client of the past keeps nobody else waiting', async () => {
  const silent = Array.from({ length: 200 }, () => connect(door.port, '127.0.0.1').on('error', () => {}));
  await pass(100);
  const answer = await fetch(`${door.url}/healthz`);
  for (const socket of silent) socket.destroy();
  expect(await answer.json()).toEqual({ status: 'ok' });
});
