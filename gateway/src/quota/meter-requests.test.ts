import { VISITOR, type Viewer } from '@graphess/subgraph-kit';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { refuseKeyInQuery } from '../access/api-key/key-in-query.ts';
import { newSecret } from '../access/api-key/secret.ts';
import type { Guard } from '../guards.ts';
import { createHttp } from '../http/create-http.ts';
import { HttpRefusal } from '../http/http-refusal.ts';
import { memoryCounter } from './memory-counter.ts';
import { meterRequests } from './meter-requests.ts';
import { createQuotas } from './quotas.ts';

const log = pino({ level: 'silent' });
const SETTINGS = {
  addressPerMinute: 3,
  personPerMinute: 4,
  keyPerMinute: 5,
  pointsPerMinute: 10,
  refusedCredentialsPerMinute: 2,
};
const VIEWERS: Readonly<Record<string, Viewer & { quotaPerMinute?: number }>> = {
  person: { ...VISITOR, kind: 'person', subject: 'PERSON:1' },
  key: { ...VISITOR, kind: 'key', subject: 'KEY:1' },
  'small key': { ...VISITOR, kind: 'key', subject: 'KEY:2', quotaPerMinute: 1 },
};

/** A door whose viewers say who they are. */
async function openTestDoor(
  options: { trustedProxies?: string[]; without?: Guard[] } = {},
): Promise<FastifyInstance> {
  const without = new Set(options.without);
  const { app } = await createHttp({
    log,
    production: true,
    maxInFlight: 100,
    corsOrigins: [],
    trustedProxies: options.trustedProxies ?? [],
  });
  const quotas = createQuotas({ counter: memoryCounter(), settings: SETTINGS, without, now: () => 0 });
  const identify = async ({ headers }: { headers: Record<string, unknown> }): Promise<Viewer> => {
    const name = headers['authorization'];
    if (name === undefined) return VISITOR;
    const viewer = VIEWERS[String(name)];
    if (viewer === undefined) throw new HttpRefusal(401, 'UNAUTHENTICATED', 'Refusé.');
    return viewer;
  };
  if (!without.has('key-in-query')) {
    app.addHook('onRequest', refuseKeyInQuery({ access: () => undefined, journal: async () => {}, log }));
  }
  app.post('/graphql', { onRequest: meterRequests(quotas, identify) }, async () => ({ data: {} }));
  app.get('/healthz', async () => ({ status: 'ok' }));
  onTestFinished(() => app.close());
  return app;
}

type Ask = { headers?: Record<string, string>; remoteAddress?: string; url?: string };

async function ask(app: FastifyInstance, { url = '/graphql', ...more }: Ask = {}) {
  const response = await app.inject({ method: 'POST', url, payload: {}, ...more });
  return response;
}

async function statusesOf(app: FastifyInstance, asks: Ask[]): Promise<number[]> {
  const statuses = [];
  for (const each of asks) statuses.push((await ask(app, each)).statusCode);
  return statuses;
}
const times = (count: number, each: Ask = {}): Ask[] => Array.from({ length: count }, () => each);

test('every answer tells what is left, and a spent quota when to come back', async () => {
  const app = await openTestDoor();
  const answers = [];
  for (const each of times(4)) answers.push(await ask(app, each));
  const told = answers.map(({ statusCode, headers }) => [
    statusCode,
    headers['ratelimit-limit'],
    headers['ratelimit-remaining'],
    headers['ratelimit-reset'],
    headers['retry-after'],
  ]);
  expect([told, answers[3]?.json()]).toEqual([
    [
      [200, '3', '2', '60', undefined],
      [200, '3', '1', '60', undefined],
      [200, '3', '0', '60', undefined],
      [429, '3', '0', '60', '60'],
    ],
    {
      errors: [
        {
          message: 'Le quota est épuisé : réessayez dans 60 secondes.',
          extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 60, requestId: expect.any(String) },
        },
      ],
    },
  ]);
});

test('without the guard nobody is stopped', async () => {
  const app = await openTestDoor({ without: ['quota'] });
  expect(await statusesOf(app, times(5))).toEqual([200, 200, 200, 200, 200]);
});

test('people and keys have quotas of their own, wherever they call from', async () => {
  const app = await openTestDoor();
  const from = (name: string, remoteAddress: string) => ({ headers: { authorization: name }, remoteAddress });
  expect([
    await statusesOf(app, times(4)),
    await statusesOf(app, [...times(4, from('person', '10.0.0.1')), from('person', '10.0.0.2')]),
    await statusesOf(app, times(6, from('key', '10.0.0.1'))),
    await statusesOf(app, times(2, from('small key', '10.0.0.1'))),
  ]).toEqual([
    [200, 200, 200, 429],
    [200, 200, 200, 200, 429],
    [200, 200, 200, 200, 200, 429],
    [200, 429],
  ]);
});

test('an address that is made up in a header changes nothing', async () => {
  const app = await openTestDoor();
  const asks = Array.from({ length: 5 }, (_, index) => ({
    headers: { 'x-forwarded-for': `10.0.0.${index}` },
  }));
  expect(await statusesOf(app, asks)).toEqual([200, 200, 200, 429, 429]);
});

test('a proxy that is trusted tells the address of its clients, and others do not', async () => {
  const app = await openTestDoor({ trustedProxies: ['10.0.0.0/24'] });
  const through = (remoteAddress: string, index: number): Ask => ({
    remoteAddress,
    // The client wrote the first address, the proxy added the last.
    headers: { 'x-forwarded-for': `1.1.1.${index}, 192.0.2.7` },
  });
  expect([
    await statusesOf(
      app,
      [0, 1, 2, 3].map((index) => through('10.0.0.5', index)),
    ),
    await statusesOf(
      app,
      [0, 1, 2, 3].map((index) => through('10.9.0.5', index)),
    ),
  ]).toEqual([
    [200, 200, 200, 429],
    [200, 200, 200, 429],
  ]);
});

test('the addresses of one IPv6 subscriber share a quota', async () => {
  const app = await openTestDoor();
  const from = (remoteAddress: string) => ({ remoteAddress });
  expect(
    await statusesOf(app, [
      ...['2001:db8::1', '2001:db8::2', '2001:db8:0:0:ffff::3', '2001:db8::4'].map(from),
      from('2001:db8:0:1::1'),
    ]),
  ).toEqual([200, 200, 200, 429, 200]);
});

test('an address whose credentials are refused is not listened to any more, good ones among them', async () => {
  const app = await openTestDoor();
  const guess = { headers: { authorization: 'nobody' } };
  const good = { headers: { authorization: 'person' } };
  const first = await ask(app, guess);
  expect([
    first.headers['ratelimit-remaining'],
    await statusesOf(app, [guess, good, guess, good]),
    await statusesOf(app, [{}, { ...good, remoteAddress: '10.0.0.2' }]),
  ]).toEqual(['1', [401, 200, 429, 429], [200, 200]]);
});

test('without that guard guesses go on', async () => {
  const app = await openTestDoor({ without: ['refused-credentials-quota'] });
  expect(await statusesOf(app, times(5, { headers: { authorization: 'nobody' } }))).toEqual([
    401, 401, 401, 401, 401,
  ]);
});

test('health is told to whoever asks', async () => {
  const app = await openTestDoor();
  const statuses = [];
  for (const _ of times(6)) statuses.push((await app.inject('/healthz')).statusCode);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200]);
});

test.each([
  '/graphql?api_key=x',
  '/graphql?apiKey=x',
  '/graphql?API-KEY=x',
  '/graphql?key=x',
  '/graphql?cle=x',
  '/graphql?cl%C3%A9=x',
  '/graphql?access_token=x',
  '/graphql?token=x',
  '/graphql?a=b&%61pi_key=x',
  `/graphql?whatever=${newSecret('live')}`,
  `/graphql?${newSecret('test')}`,
  `/graphql?query=%7Bme%7Bkind%7D%7D&q=${newSecret('test').slice(0, 20)}`,
])('POST %s is refused, and says where a key belongs', async (url) => {
  const app = await openTestDoor();
  const answer = await ask(app, { url });
  expect([answer.statusCode, answer.json()]).toEqual([
    400,
    {
      errors: [
        {
          message:
            'Une clé ou un jeton ne se met jamais dans l’adresse, que les journaux gardent : envoyez-le dans l’en-tête x-api-key (clé) ou Authorization (jeton). Celui-ci est à remplacer : demandez sa rotation.',
          extensions: { code: 'BAD_REQUEST', requestId: expect.any(String) },
        },
      ],
    },
  ]);
});

test.each([
  '/graphql',
  '/graphql?',
  '/graphql?operationName=Key&variables=%7B%7D',
  '/graphql?query=%7Btoken%7D',
])('POST %s is answered', async (url) => {
  const app = await openTestDoor();
  expect((await ask(app, { url })).statusCode).toBe(200);
});

test('a credential in an address, which any page may have its visitors ask for, shuts nobody out', async () => {
  const app = await openTestDoor();
  const probes = [];
  for (const _ of times(4)) probes.push((await app.inject('/healthz?token=1')).statusCode);
  expect([
    probes,
    await statusesOf(app, times(4, { url: '/graphql?token=1' })),
    await statusesOf(app, times(2, { headers: { authorization: 'person' } })),
  ]).toEqual([
    [400, 400, 400, 400],
    [400, 400, 400, 400],
    [200, 200],
  ]);
});

test('without that guard a key in a query passes', async () => {
  const app = await openTestDoor({ without: ['key-in-query'] });
  expect((await ask(app, { url: '/graphql?api_key=x' })).statusCode).toBe(200);
});

test('points are counted apart, and their refusal says when to come back', async () => {
  const quotas = createQuotas({ counter: memoryCounter(() => 0), settings: SETTINGS });
  const spender = { viewer: VISITOR, ip: '10.0.0.1' };
  const first = await quotas.consumePoints(spender, 8, 'request-1');
  const refused = await quotas.consumePoints(spender, 3, 'request-2').catch((error: unknown) => error);
  const { message, extensions } = refused as { message: string; extensions: Record<string, unknown> };
  const { http, ...shown } = extensions as { http: { status: number; headers: Map<string, string> } };
  expect([
    first,
    message,
    shown,
    http.status,
    [...http.headers],
    (await quotas.consumePoints(spender, 2, 'request-3')).remaining,
    (await quotas.consumePoints({ ...spender, ip: '10.0.0.2' }, 10, 'request-4')).remaining,
  ]).toEqual([
    { accepted: true, limit: 10, remaining: 2, resetSeconds: 60 },
    'Le quota est épuisé : réessayez dans 60 secondes.',
    { code: 'RATE_LIMITED', retryAfterSeconds: 60, requestId: 'request-2' },
    429,
    [['retry-after', '60']],
    0,
    0,
  ]);
});
