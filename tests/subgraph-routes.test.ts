import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Guard } from '../gateway/src/guards.ts';
import { createHttp } from '../gateway/src/http/create-http.ts';
import { forwardRoutes } from '../gateway/src/routes/forward-routes.ts';
import { localTarget } from '../gateway/src/routes/local-target.ts';
import { remoteTarget } from '../gateway/src/routes/remote-target.ts';
import type { RouteTarget } from '../gateway/src/routes/route-target.ts';
import { type ServedSubgraph, serveSubgraph } from '../packages/subgraph-kit/src/http/serve-subgraph.ts';
import { createLog } from '../packages/subgraph-kit/src/log.ts';
import { library } from '../packages/subgraph-kit/src/testing/library/library.fixture.ts';
import {
  seenByRoutes,
  upload,
  zeros,
} from '../packages/subgraph-kit/src/testing/library/library-routes.fixture.ts';
import { testIdentities } from '../packages/subgraph-kit/src/testing/service-identities.ts';
import { type TestSubgraph, testSubgraph } from '../packages/subgraph-kit/src/testing/test-subgraph.ts';
import { VISITOR, type Viewer } from '../packages/subgraph-kit/src/viewer.ts';

const AGENT: Viewer = { kind: 'person', subject: 'p-1', roles: ['agent'], scopes: [], organization: null };
const identityOf = await testIdentities('library');
const log = createLog({ name: 'test', level: 'silent', pretty: false });

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
beforeEach(() => {
  seenByRoutes.length = 0;
});

/** A gateway with the routes of the library alone; who sends `authorization: agent` is one. */
async function doorTo(target: RouteTarget, without: Guard[] = []) {
  const { app } = await createHttp({ production: false, log, maxInFlight: 100, corsOrigins: [] });
  await forwardRoutes(app, {
    routes: library.routes.map((route) => ({ ...route, domain: 'library' })),
    targetOf: () => target,
    identify: async ({ headers }) => (headers.authorization === 'agent' ? AGENT : VISITOR),
    log,
    without: new Set(without),
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return { url: `${url}/files/library`, stop: () => app.close() };
}

const remote = (url = served.url) =>
  remoteTarget({ domain: 'library', url, identity: identityOf('gateway'), log });
const agent = { authorization: 'agent' };
const post = (body: NonNullable<RequestInit['body']>, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/pdf', ...headers },
  body,
  duplex: 'half',
});

async function errorOf(answering: Promise<Response>): Promise<unknown> {
  const answer = await answering;
  const { errors } = (await answer.json()) as {
    errors: { message: string; extensions: Record<string, unknown> }[];
  };
  return errors.map(({ message, extensions: { requestId, ...extensions } }) => ({
    status: answer.status,
    message,
    extensions,
    named: typeof requestId === 'string' && requestId === answer.headers.get('x-request-id'),
  }));
}
const refusal = (status: number, code: string, message: string, more: object = {}) => [
  { status, message, extensions: { code, ...more }, named: true },
];
const TOO_LARGE = refusal(413, 'BAD_REQUEST', 'Le contenu envoyé dépasse 1 ko.');
const DOWN = refusal(
  503,
  'SUBGRAPH_UNAVAILABLE',
  'Le domaine « library » ne répond pas pour l’instant. Réessayez plus tard.',
  { domain: 'library' },
);

describe.each([
  ['in one process', () => localTarget('library', () => graph.open)],
  ['as services', () => remote()],
])('routes %s', (_mode, target) => {
  let door: Awaited<ReturnType<typeof doorTo>>;
  beforeAll(async () => {
    door = await doorTo(target());
  });
  afterAll(() => door.stop());

  test('what is sent goes on as it comes, and is never held at once', async () => {
    Object.assign(upload, { sent: 0, underWay: 0 });
    const watched = async function* () {
      for (const chunk of zeros(150_000_000)) {
        upload.sent += chunk.length;
        yield chunk;
      }
    };
    const answer = await fetch(`${door.url}/books/b%2F1/cover`, {
      method: 'PUT',
      headers: { 'content-type': 'image/png' },
      body: ReadableStream.from(watched()),
      duplex: 'half',
    });
    expect([answer.status, await answer.json(), upload.underWay > 0 && upload.underWay < 50_000_000]).toEqual(
      [
        200,
        {
          id: 'b/1',
          bytes: 150_000_000,
          sha256: '0333db6929fcd8fabf8a32f46c02f7cf1ed4cb1d7af985110733b2f1aca3a896',
          inPieces: true,
          contentType: 'image/png',
        },
        true,
      ],
    );
  });

  test('the handler reads the first bytes before the last are sent', async () => {
    const first = Promise.withResolvers<void>();
    const sent: string[] = [];
    const body = async function* () {
      yield Buffer.from('first');
      await first.promise;
      sent.push('last');
      yield Buffer.from('last');
    };
    const watching = setInterval(() => seenByRoutes.includes('first bytes') && first.resolve(), 10);
    const answer = await fetch(`${door.url}/small`, post(ReadableStream.from(body())));
    clearInterval(watching);
    expect([await answer.json(), seenByRoutes, sent]).toEqual([{ bytes: 9 }, ['first bytes'], ['last']]);
  });

  test('what is answered comes as it is made, with the headers of a file and no other', async () => {
    const answer = await fetch(`${door.url}/books/b1/cover?bytes=150000000`, { headers: agent });
    let bytes = 0;
    for await (const chunk of answer.body ?? []) bytes += chunk.length;
    const shown = [
      'content-type',
      'etag',
      'cache-control',
      'x-content-type-options',
      'set-cookie',
      'location',
    ];
    expect([answer.status, bytes, shown.map((name) => answer.headers.get(name))]).toEqual([
      200,
      150_000_000,
      ['image/png', '"1"', 'private, no-store', 'nosniff', null, null],
    ]);
    expect(answer.headers.get('content-security-policy')).toBe(`default-src 'none'; sandbox`);
  });

  test('too large, announced or not, is 413', async () => {
    const endless = ReadableStream.from(zeros(20_000_000));
    expect([
      await errorOf(fetch(`${door.url}/small`, post(Buffer.alloc(1_001)))),
      await errorOf(fetch(`${door.url}/small`, post(endless))),
      await (await fetch(`${door.url}/small`, post(Buffer.alloc(1_000)))).json(),
    ]).toEqual([TOO_LARGE, TOO_LARGE, { bytes: 1_000 }]);
  });

  test('too slow is 504, and the handler is told', async () => {
    expect(await errorOf(fetch(`${door.url}/slow`, post('x')))).toEqual(
      refusal(504, 'SUBGRAPH_UNAVAILABLE', 'La réponse n’est pas venue à temps. Réessayez plus tard.', {
        domain: 'library',
      }),
    );
    await expect.poll(() => seenByRoutes).toEqual(['slow gave up']);
  });

  test('an answer without end is cut when its time is over', async () => {
    const answer = await fetch(`${door.url}/failures/endless`);
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow();
  });

  test('whoever leaves is not worked for any more', async () => {
    const leaving = new AbortController();
    const waiting = fetch(`${door.url}/waiting`, { signal: leaving.signal }).catch(() => 'left');
    await expect.poll(() => seenByRoutes).toEqual(['waiting']);
    leaving.abort();
    expect(await waiting).toBe('left');
    await expect.poll(() => seenByRoutes).toEqual(['waiting', 'asker left']);
  });

  test('whoever leaves in the middle of a file ends it', async () => {
    const leaving = new AbortController();
    const answer = await fetch(`${door.url}/books/b1/cover?bytes=1000000000`, {
      headers: agent,
      signal: leaving.signal,
    });
    await answer.body?.getReader().read();
    leaving.abort();
    await expect.poll(() => seenByRoutes).toEqual(['sent a part']);
  });

  test('whoever leaves in the middle of an upload ends it', async () => {
    const leaving = new AbortController();
    const body = async function* () {
      yield Buffer.from('first');
      await new Promise((resolve) => setTimeout(resolve, 60_000).unref());
    };
    const upload = fetch(`${door.url}/small`, {
      ...post(ReadableStream.from(body())),
      signal: leaving.signal,
    }).catch(() => 'left');
    await expect.poll(() => seenByRoutes).toEqual(['first bytes']);
    leaving.abort();
    expect(await upload).toBe('left');
    await expect.poll(() => seenByRoutes).toEqual(['first bytes', 'cut short']);
  });

  test('who asks is told by the door, and the client’s own headers do not go on', async () => {
    const liar = {
      'x-graphess-statement': 'e30.e30.',
      'x-graphess-viewer': 'admin',
      'x-request-id': 'request-42',
      'x-forwarded-for': '10.0.0.1',
      cookie: 'session=1',
      connection: 'close',
      te: 'trailers',
    };
    const answer = await fetch(
      `${door.url}/echo?a=1&b=%C3%A9`,
      post('x', { ...liar, 'if-match': '"1"', ...agent }),
    );
    expect(await answer.json()).toEqual({
      headers: {
        accept: '*/*',
        'accept-language': '*',
        'content-type': 'application/pdf',
        'if-match': '"1"',
      },
      query: { a: '1', b: 'é' },
      viewer: AGENT,
      requestId: 'request-42',
    });
  });

  test('a handler refuses as the graph does, and its bugs are masked', async () => {
    const answers = await Promise.all(
      ['books/b1/cover', 'failures/missing', 'failures/bug'].map((path) =>
        errorOf(fetch(`${door.url}/${path}`)),
      ),
    );
    const [[bug] = []] = answers.slice(2) as { message: string }[][];
    expect(answers.slice(0, 2)).toEqual([
      refusal(401, 'UNAUTHENTICATED', 'Connectez-vous pour accéder à cette information.'),
      refusal(404, 'BAD_USER_INPUT', 'Ce livre n’existe pas.'),
    ]);
    expect(bug).toEqual({
      status: 500,
      message: expect.stringMatching(/^Une erreur interne est survenue\. Indiquez la référence \S+ pour/),
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
      named: true,
    });
  });

  test.each([
    ['books/%2e%2e/cover', 404],
    ['books/..%2F..%2Fgraphql/cover', 401],
    ['books/b1/cover/more', 404],
    ['../../graphql', 404],
    ['echo', 404],
  ])('GET %s is %i: no path leaves the routes', async (path, status) => {
    const { hostname, port, pathname } = new URL(door.url);
    const answered = await new Promise((resolve, reject) => {
      request({ hostname, port, path: `${pathname}/${path}` }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(answered).toBe(status);
  });
});

test('a domain that is not there, or something else at its address, is 503', async () => {
  const stranger = createServer((_request, response) => response.end('<h1>secret-7319</h1>'));
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  const targets = [
    localTarget('library', () => undefined),
    remote('http://127.0.0.1:9'),
    remote(`http://127.0.0.1:${(stranger.address() as AddressInfo).port}`),
    remoteTarget({ domain: 'library', url: served.url, identity: (await testIdentities())('gateway'), log }),
  ];
  const answers = [];
  for (const target of targets) {
    const door = await doorTo(target);
    answers.push(await errorOf(fetch(`${door.url}/failures/missing`)));
    await door.stop();
  }
  expect(answers).toEqual([DOWN, DOWN, DOWN, DOWN]);
  stranger.closeAllConnections();
  stranger.close();
});

test('a route is reached through the gateway alone', async () => {
  const answer = await fetch(`${served.url}/files/library/failures/missing`);
  expect(answer.status).toBe(401);
});

test.each<[Guard, (url: string) => Promise<unknown>, unknown]>([
  ['route-size', async (url) => (await fetch(`${url}/small`, post(Buffer.alloc(1_001)))).status, 413],
  ['route-time', async (url) => (await fetch(`${url}/slow`, post('x'))).status, 504],
  [
    'route-headers',
    async (url) => {
      const answer = await fetch(`${url}/echo`, post('x', agent));
      const { headers } = (await answer.json()) as { headers: Record<string, string> };
      return 'authorization' in headers;
    },
    false,
  ],
])(
  'without the guard « %s » it would go on',
  async (guard, outcome, expected) => {
    const target = localTarget('library', () => graph.open);
    const [whole, weak] = await Promise.all([doorTo(target), doorTo(target, [guard])]);
    const outcomes = [await outcome(whole.url), (await outcome(weak.url)) === expected];
    await Promise.all([whole.stop(), weak.stop()]);
    expect(outcomes).toEqual([expected, false]);
  },
  15_000,
);
