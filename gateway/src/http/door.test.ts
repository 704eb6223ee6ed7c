import { request as ask } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { SubgraphAnswer } from '../data-source/subgraph-request.ts';
import { type BareGateway, bareGateway } from '../testing/bare-gateway.ts';

const TYPENAME = JSON.stringify({ query: '{ __typename }' });
const JSON_TYPE = { 'content-type': 'application/json' };
const BY_GET = '/graphql?query=%7B__typename%7D';
const PREFLIGHTED = { 'apollo-require-preflight': 'true' };
const EVIL = 'https://evil.example';
const PORTAL = 'https://portail.example';

let door: BareGateway;
const others: BareGateway[] = [];
beforeAll(async () => {
  door = await bareGateway();
});
afterEach(async () => {
  for (const each of others.splice(0)) await each.stop();
});
afterAll(() => door.stop());

async function opened(...options: Parameters<typeof bareGateway>): Promise<BareGateway> {
  const gateway = await bareGateway(...options);
  others.push(gateway);
  return gateway;
}

type Asked = { method?: string; path?: string; headers?: Record<string, string>; body?: string | Buffer };
type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string };

/** With the headers given and no other: fetch adds its own. */
function send(asked: Asked, gateway = door): Promise<Answer> {
  const { method = 'POST', path = '/graphql', headers = method === 'POST' ? JSON_TYPE : {}, body } = asked;
  return new Promise((resolve, reject) => {
    const request = ask(
      { port: gateway.port, host: '127.0.0.1', method, path, headers, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

const codeOf = ({ body }: Answer) =>
  (JSON.parse(body) as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code ?? null;
const outcome = async (asked: Asked, gateway = door) => {
  const answer = await send(asked, gateway);
  return [answer.status, codeOf(answer)];
};

test.each<[string, Asked]>([
  ['a POST in JSON', { body: TYPENAME }],
  ['its charset named', { headers: { 'content-type': 'application/json; charset="UTF-8"' }, body: TYPENAME }],
  ['a GET with a header that asks first', { method: 'GET', path: BY_GET, headers: PREFLIGHTED }],
  ['a GET from the address bar', { method: 'GET', path: BY_GET, headers: { 'sec-fetch-site': 'none' } }],
  ['a GET of our own page', { method: 'GET', path: BY_GET, headers: { 'sec-fetch-site': 'same-origin' } }],
  [
    'an answer for GraphQL',
    { headers: { ...JSON_TYPE, accept: 'application/graphql-response+json' }, body: TYPENAME },
  ],
])('%s is answered', async (_case, asked) => {
  expect(await outcome(asked)).toEqual([200, null]);
});

test.each<[string, Asked, unknown[]]>([
  [
    'a form',
    { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'query={__typename}' },
    [415, 'BAD_REQUEST'],
  ],
  ['text', { headers: { 'content-type': 'text/plain' }, body: TYPENAME }, [415, 'BAD_REQUEST']],
  ['no type', { headers: {}, body: TYPENAME }, [415, 'BAD_REQUEST']],
  [
    'a type that looks like JSON',
    { headers: { 'content-type': 'application/jsonp' }, body: TYPENAME },
    [415, 'BAD_REQUEST'],
  ],
  [
    'another charset',
    { headers: { 'content-type': 'application/json; charset=utf-16' }, body: TYPENAME },
    [415, 'BAD_REQUEST'],
  ],
  [
    'gzip',
    { headers: { ...JSON_TYPE, 'content-encoding': 'gzip' }, body: gzipSync(TYPENAME) },
    [415, 'BAD_REQUEST'],
  ],
  [
    'brotli',
    { headers: { ...JSON_TYPE, 'content-encoding': 'br' }, body: brotliCompressSync(TYPENAME) },
    [415, 'BAD_REQUEST'],
  ],
  ['nothing', { body: '' }, [400, 'BAD_REQUEST']],
  ['half', { body: TYPENAME.slice(0, -3) }, [400, 'BAD_REQUEST']],
  ['more than JSON', { body: `${TYPENAME}{}` }, [400, 'BAD_REQUEST']],
  ['a byte order mark', { body: `\uFEFF${TYPENAME}` }, [400, 'BAD_REQUEST']],
  [
    'Latin letters',
    { body: Buffer.from('{"query":"{__typename}","x":"\xE9"}', 'latin1') },
    [400, 'BAD_REQUEST'],
  ],
  ['a key twice', { body: '{"query":"{__typename}","query":"{ calls { id } }"}' }, [400, 'BAD_REQUEST']],
  [
    'a key of a prototype',
    { body: '{"query":"{__typename}","variables":{"__proto__":{}}}' },
    [400, 'BAD_REQUEST'],
  ],
  [
    '300 kB',
    { body: JSON.stringify({ query: '{ __typename }', x: 'x'.repeat(300_000) }) },
    [413, 'BAD_REQUEST'],
  ],
  ['a GET that any page could make', { method: 'GET', path: BY_GET }, [400, 'BAD_REQUEST']],
  [
    'a GET from another site',
    { method: 'GET', path: BY_GET, headers: { 'sec-fetch-site': 'cross-site' } },
    [403, 'FORBIDDEN'],
  ],
  [
    'a GET from a neighbour',
    { method: 'GET', path: BY_GET, headers: { ...PREFLIGHTED, 'sec-fetch-site': 'same-site' } },
    [403, 'FORBIDDEN'],
  ],
  [
    'a POST from another site',
    { headers: { ...JSON_TYPE, origin: EVIL }, body: TYPENAME },
    [403, 'FORBIDDEN'],
  ],
  ['DELETE', { method: 'DELETE' }, [405, 'BAD_REQUEST']],
  ['OPTIONS without CORS', { method: 'OPTIONS' }, [405, 'BAD_REQUEST']],
  [
    'an answer in XML',
    { headers: { ...JSON_TYPE, accept: 'application/xml' }, body: TYPENAME },
    [406, 'BAD_REQUEST'],
  ],
  ['an address that is none', { method: 'GET', path: '/%zz' }, [400, 'BAD_REQUEST']],
  ['an address elsewhere', { method: 'GET', path: '/nothing' }, [404, 'BAD_REQUEST']],
  [
    'a write by GET',
    { method: 'GET', path: '/graphql?query=mutation%7B__typename%7D', headers: PREFLIGHTED },
    [405, 'BAD_REQUEST'],
  ],
])('%s is refused', async (_case, asked, expected) => {
  expect(await outcome(asked)).toEqual(expected);
});

test('without its guards, what they refuse is answered', async () => {
  const open = await opened({ without: ['csrf', 'strict-json', 'content-type', 'body-limit'] });
  const big = JSON.stringify({ query: '{ __typename }', x: 'x'.repeat(300_000) });
  expect(
    await Promise.all([
      outcome({ method: 'GET', path: BY_GET }, open),
      outcome({ body: '{"query":"{a}","query":"{__typename}"}' }, open),
      outcome({ headers: { 'content-type': 'application/json; charset=utf-16' }, body: TYPENAME }, open),
      outcome({ body: big }, open),
    ]),
  ).toEqual([
    [200, null],
    [200, null],
    [200, null],
    [200, null],
  ]);
});

test('a method that is not accepted is told which are', async () => {
  const { headers } = await send({ method: 'PUT', headers: JSON_TYPE, body: TYPENAME });
  expect(headers['allow']).toBe('GET, HEAD, POST');
});

test('every answer carries the headers that a browser obeys, and nothing of what serves it', async () => {
  const names = [
    'content-security-policy',
    'referrer-policy',
    'strict-transport-security',
    'x-content-type-options',
    'x-frame-options',
    'x-powered-by',
    'server',
  ];
  const pick = ({ headers }: Answer) => names.map((name) => headers[name]);
  const expected = [
    "default-src 'none';frame-ancestors 'none'",
    'no-referrer',
    undefined,
    'nosniff',
    'DENY',
    undefined,
    undefined,
  ];
  expect(pick(await send({ body: TYPENAME }))).toEqual(expected);
  expect(pick(await send({ method: 'GET', path: '/nothing' }))).toEqual(expected);
  const bare = await opened({ without: ['security-headers'] });
  expect(pick(await send({ body: TYPENAME }, bare))).toEqual(Array(7).fill(undefined));
});

test('a page of an origin that is listed may ask, without a session; another may not', async () => {
  const portal = await opened({ env: { CORS_ORIGINS: PORTAL } });
  const preflight = (origin: string) =>
    send(
      {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type,authorization',
        },
      },
      portal,
    );
  const cors = ({ status, headers }: Answer) => [
    status,
    headers['access-control-allow-origin'],
    headers['access-control-allow-credentials'],
    headers['access-control-max-age'],
  ];
  expect(cors(await preflight(PORTAL))).toEqual([204, PORTAL, undefined, '600']);
  expect((await preflight(EVIL)).headers['access-control-allow-origin']).toBe(undefined);
  const asked = await send(
    { headers: { ...JSON_TYPE, origin: PORTAL, 'sec-fetch-site': 'cross-site' }, body: TYPENAME },
    portal,
  );
  expect([
    asked.status,
    asked.headers['access-control-allow-origin'],
    /\borigin\b/i.test(String(asked.headers['vary'])),
  ]).toEqual([200, PORTAL, true]);
  expect(await outcome({ headers: { ...JSON_TYPE, origin: EVIL }, body: TYPENAME }, portal)).toEqual([
    403,
    'FORBIDDEN',
  ]);
});

test('the answer of a GET has a tag, and is not sent again to who has it; others are kept by nobody', async () => {
  const get = (headers: Record<string, string> = {}) =>
    send({ method: 'GET', path: BY_GET, headers: { ...PREFLIGHTED, ...headers } });
  const first = await get();
  const tag = String(first.headers['etag']);
  expect([first.headers['cache-control'], tag.startsWith('W/"')]).toEqual(['private, no-cache', true]);
  const again = await get({ 'if-none-match': `"other", ${tag}` });
  expect([again.status, again.body, again.headers['etag']]).toEqual([304, '', tag]);
  expect((await get({ 'if-none-match': '"other"' })).status).toBe(200);
  const cacheOf = ({ headers }: Answer) => [headers['cache-control'], headers['etag']];
  expect(cacheOf(await send({ body: TYPENAME }))).toEqual(['no-store', undefined]);
  const wrong = { method: 'GET', path: '/graphql?query=%7Bnothing%7D', headers: PREFLIGHTED };
  expect(cacheOf(await send(wrong))).toEqual(['no-store', undefined]);
  expect(cacheOf(await send({ method: 'GET', path: '/healthz' }))).toEqual(['no-store', undefined]);
});

test('what an answer depends on is said', async () => {
  const { headers } = await send({ method: 'GET', path: BY_GET, headers: PREFLIGHTED });
  expect(headers['vary']).toBe('accept, accept-encoding, authorization, cookie, x-api-key');
});

test('a long answer is compressed for who can read it, a short one is not', async () => {
  const answer = async (): Promise<SubgraphAnswer> =>
    ({
      data: { calls: Array.from({ length: 100 }, (_, n) => ({ title: `Appel à projets ${n}` })) },
    }) as SubgraphAnswer;
  const long = await opened({ answer });
  const codingOf = async (body: string, accepted: string) =>
    (await send({ headers: { ...JSON_TYPE, 'accept-encoding': accepted }, body }, long)).headers[
      'content-encoding'
    ];
  const calls = JSON.stringify({ query: '{ calls { title } }' });
  expect(
    await Promise.all([
      codingOf(calls, 'gzip, br'),
      codingOf(calls, 'gzip'),
      codingOf(calls, 'identity'),
      codingOf(TYPENAME, 'gzip, br'),
    ]),
  ).toEqual(['br', 'gzip', undefined, undefined]);
});
