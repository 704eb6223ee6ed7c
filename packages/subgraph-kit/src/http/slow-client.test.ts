import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { STATEMENT_HEADER, signStatement } from '../statement/sign-statement.ts';
import { library } from '../testing/library/library.fixture.ts';
import { testIdentities } from '../testing/service-identities.ts';
import { type TestSubgraph, testSubgraph } from '../testing/test-subgraph.ts';
import { VISITOR } from '../viewer.ts';
import { type ServedSubgraph, serveSubgraph } from './serve-subgraph.ts';

const identityOf = await testIdentities('library');
let graph: TestSubgraph;
let served: ServedSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(library);
  served = await serveSubgraph(graph.open, { host: '127.0.0.1', port: 0, identity: identityOf('library') });
});
afterAll(async () => {
  await served.stop();
  await graph.stop();
});

/** Writes bytes as they are; the statuses that came until the server closed, null when it had not by then. */
function statusesOf(bytes: string, waitMs = 40_000): Promise<number[] | null> {
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(Number(new URL(served.url).port), '127.0.0.1', () => socket.write(bytes));
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
      resolve([...received.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => Number(status)));
    });
  });
}

test('a client that does not finish its headers or its body is told so and left', async () => {
  const statement = await signStatement(identityOf('gateway'), {
    audience: 'library',
    viewer: VISITOR,
    requestId: randomUUID(),
  });
  const post = `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${STATEMENT_HEADER}: ${statement}\r\n`;
  expect(
    await Promise.all([
      statusesOf('GET /healthz HTTP/1.1\r\nHost: x\r\n'),
      statusesOf(`${post}Content-Length: 100\r\n\r\n{"qu`),
    ]),
  ).toEqual([[408], [408]]);
}, 60_000);

test('headers of more than 16 kB are refused', async () => {
  const long = `GET /healthz HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`;
  expect(await statusesOf(long)).toEqual([431]);
});
