import { afterAll, beforeAll, expect, test } from 'vitest';
import { FORGERY_NAMES, type Forgery } from '../testing/forged-tokens.ts';
import { type TestIssuer, testIssuer } from '../testing/issuer.ts';
import { type TestPlatform, testPlatform } from '../testing/test-platform.ts';

const WHO = '{ me { kind roles organization { id } } }';
const CLAIMS = { sub: 'someone', roles: ['agent', 'unheard-of'], organization: 'ORG:cress-idf' };
const AGENT = { kind: 'PERSON', roles: ['agent'], organization: { id: 'ORG:cress-idf' } };

let issuer: TestIssuer;
let graph: TestPlatform;
beforeAll(async () => {
  issuer = await testIssuer();
  graph = await testPlatform({ mode: 'one process', env: { ...issuer.env, FREE_DOCUMENTS: 'everyone' } });
});
afterAll(async () => {
  await graph?.stop();
  await issuer?.stop();
});

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const send = (headers: Record<string, string>) =>
  fetch(`${graph.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: WHO }),
  });
/** Each reading begins a minute: the next refusal has its row at once. */
const reasons = async () => {
  await graph.open.get('access')?.refusals.flush();
  const rows = await graph.open
    .get('access')
    ?.db.query(
      `SELECT details->>'reason' AS reason FROM journal WHERE action = 'TOKEN_REFUSED' ORDER BY seq`,
    );
  return rows.map(({ reason }: { reason: string }) => reason);
};

test('without a token one is a visitor, with a good one somebody', async () => {
  const visitor = await graph.query(WHO);
  const agent = await graph.query(WHO, {}, bearer(await issuer.token(CLAIMS)));
  expect([visitor, agent]).toEqual([
    { status: 200, data: { me: { kind: 'VISITOR', roles: [], organization: null } }, errors: [] },
    { status: 200, data: { me: AGENT }, errors: [] },
  ]);
});

const REASONS: Record<Forgery, string> = {
  expired: 'EXPIRED',
  'not yet valid': 'NOT_YET_VALID',
  'issued too long ago': 'TOO_OLD',
  'without expiry': 'MALFORMED',
  'without subject': 'MALFORMED',
  'wrong audience': 'WRONG_AUDIENCE',
  'without audience': 'WRONG_AUDIENCE',
  'wrong issuer': 'WRONG_ISSUER',
  'issuer with a slash more': 'WRONG_ISSUER',
  'id token': 'WRONG_TYPE',
  'without type': 'WRONG_TYPE',
  'wrong key': 'BAD_SIGNATURE',
  'unknown key': 'UNKNOWN_KEY',
  'key traversal': 'UNKNOWN_KEY',
  'jwk header': 'UNKNOWN_KEY',
  'jku header': 'UNKNOWN_KEY',
  'x5u header': 'UNKNOWN_KEY',
  'alg none': 'ALGORITHM_REFUSED',
  'alg none with type': 'ALGORITHM_REFUSED',
  'HS256 confusion': 'ALGORITHM_REFUSED',
  tampered: 'BAD_SIGNATURE',
  'without signature': 'BAD_SIGNATURE',
};

test.each(FORGERY_NAMES)('a token spoilt in one way is refused: %s', async (forgery) => {
  const before = (await reasons()).length;
  const response = await send(bearer(await issuer.forged(forgery, CLAIMS)));
  expect({
    status: response.status,
    challenge: response.headers.get('www-authenticate'),
    body: await response.json(),
    reasons: (await reasons()).slice(before),
  }).toEqual({
    status: 401,
    challenge: 'Bearer error="invalid_token"',
    body: {
      errors: [
        {
          message: 'Ce jeton n’est pas valable, ou ne l’est plus.',
          extensions: { code: 'UNAUTHENTICATED', requestId: response.headers.get('x-request-id') },
        },
      ],
    },
    reasons: [REASONS[forgery]],
  });
  const { data } = await graph.query(WHO, {}, bearer(await issuer.token(CLAIMS)));
  expect(data).toEqual({ me: AGENT });
});

test.each([
  ['Basic YWRtaW46YWRtaW4=', 'L’en-tête Authorization doit être « Bearer », puis un jeton ou une clé.'],
  ['Negotiate TlRMTVNTUAABAAAA', 'L’en-tête Authorization doit être « Bearer », puis un jeton ou une clé.'],
  ['bearer ', 'L’en-tête Authorization doit être « Bearer », puis un jeton ou une clé.'],
  ['Bearer a b', 'L’en-tête Authorization doit être « Bearer », puis un jeton ou une clé.'],
  ['Bearer null', 'Ce jeton n’est pas valable, ou ne l’est plus.'],
  ['Bearer a.b.c', 'Ce jeton n’est pas valable, ou ne l’est plus.'],
])('an Authorization of « %s » is nobody', async (authorization, message) => {
  const { status, data, errors } = await graph.query(WHO, {}, { authorization });
  expect([status, data, errors.map((error) => [error.message, error.extensions['code']])]).toEqual([
    401,
    null,
    [[message, 'UNAUTHENTICATED']],
  ]);
});

test('two proofs of identity at once are one too many', async () => {
  const { status, errors } = await graph.query(
    WHO,
    {},
    { ...bearer(await issuer.token(CLAIMS)), 'x-api-key': 'whatever' },
  );
  expect([status, errors.map(({ extensions }) => extensions['code'])]).toEqual([400, ['BAD_REQUEST']]);
});

test('while nobody can tell whether a token is good, one is asked to come back', async () => {
  const absent = await testIssuer();
  const token = await absent.token(CLAIMS);
  await absent.goAway();
  const other = await testPlatform({ mode: 'one process', env: absent.env });
  try {
    const response = await fetch(`${other.url}/auth/session`, { headers: bearer(token) });
    const body = (await response.json()) as { errors: { extensions: Record<string, unknown> }[] };
    expect([
      response.status,
      response.headers.get('retry-after'),
      body.errors[0]?.extensions['code'],
    ]).toEqual([503, '5', 'OVERLOADED']);
    const visitor = await fetch(`${other.url}/auth/session`);
    expect(visitor.status).toBe(200);
  } finally {
    await other.stop();
  }
});

test('production brings no provider of its own', async () => {
  const answers = await Promise.all(
    ['/oidc/.well-known/openid-configuration', '/oidc/jwks', '/oidc/auth'].map((path) =>
      fetch(`${graph.url}${path}`).then(({ status }) => status),
    ),
  );
  expect(answers).toEqual([404, 404, 404]);
});
