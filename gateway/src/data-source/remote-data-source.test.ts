import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { VISITOR } from '@graphess/subgraph-kit';
import { testIdentities } from '@graphess/subgraph-kit/testing';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { remoteDataSource } from './remote-data-source.ts';

const identity = (await testIdentities())('gateway');
let server: Server | undefined;
afterEach(() => new Promise((resolve) => (server ? server.close(resolve) : resolve(null))));

async function ask(listener: RequestListener) {
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const logged: string[] = [];
  const log = pino({ base: null, timestamp: false }, { write: (line) => logged.push(line) });
  const source = remoteDataSource({
    domain: 'grants',
    url: `http://127.0.0.1:${port}`,
    timeoutMs: 300,
    log,
    identity,
  });
  const answer = await source.process({
    request: {
      query: '{ _entities(representations: []) { ... on Territory { laureates { totalCount } } } }',
    },
    context: { viewer: VISITOR, requestId: 'request-1' },
  } as unknown as Parameters<typeof source.process>[0]);
  return { answer, logged };
}

const unavailable = {
  data: null,
  errors: [
    {
      message:
        'Le domaine « appels à projets » ne répond pas pour l’instant ; ce qui vient des autres domaines est valable.',
      path: ['_entities', 0, 'laureates'],
      extensions: { code: 'SUBGRAPH_UNAVAILABLE', domain: 'grants' },
    },
  ],
};

test.each<[string, RequestListener]>([
  [
    '413 with a body of its own',
    (_request, response) => response.writeHead(413).end('{"error":"too large"}'),
  ],
  ['404', (_request, response) => response.writeHead(404).end('{"message":"nothing here"}')],
  ['500 in HTML', (_request, response) => response.writeHead(500).end('<h1>no</h1>')],
  ['200 without data nor errors', (_request, response) => response.end('{}')],
  ['garbage', (_request, response) => response.end('\u0000')],
  ['a connection cut short', (request) => request.socket.destroy()],
  ['no answer in time', () => {}],
])('%s is a domain that does not answer, told once and logged without address', async (_case, listener) => {
  const { answer, logged } = await ask(listener);
  expect(answer).toEqual(unavailable);
  expect(logged.map((line) => (JSON.parse(line) as { msg: string; domain: string }).domain)).toEqual([
    'grants',
  ]);
});

test('an answer goes through as it is', async () => {
  const body = {
    data: { calls: [] },
    errors: [{ message: 'm', path: ['calls'], extensions: { code: 'FORBIDDEN' } }],
  };
  const { answer, logged } = await ask((_request, response) => response.end(JSON.stringify(body)));
  expect([answer, logged]).toEqual([body, []]);
});
