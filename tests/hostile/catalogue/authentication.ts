import type { Forgery } from '../../../gateway/src/testing/forged-tokens.ts';
import type { ActiveCase, Expectation, HostileCase } from '../case.ts';
import { harmless, refusedCredential, refusedRequest, refusedViewer } from '../expectations.ts';
import { guessedToken, SESSION_COOKIE, type Sessions } from '../sessions.ts';
import { ask, askUnder, get, graphUrl } from '../shots.ts';
import type { World } from '../world.ts';

const PROTECTED = '{ applications(first: 1) { nodes { id } } }';

const authn = { category: 'authn', severity: 'high', twin: 'the list of an agent' } as const;

/** A forged token stops the request, wherever it is told from; never is it taken for a visitor's. */
const FORGED: readonly (readonly [id: string, forgery: Forgery, intent: string, source: string])[] = [
  ['AUTHN-004', 'wrong issuer', 'Bring a token of another provider.', 'ASVS 5.0, 9.1.3'],
  [
    'AUTHN-005',
    'wrong key',
    'Sign a token with a key of one’s own under the name of a good one.',
    'ASVS 5.0, 9.1.1',
  ],
  ['AUTHN-007', 'HS256 confusion', 'Sign with the public key taken as a shared secret.', 'ASVS 5.0, 9.1.2'],
  ['AUTHN-010', 'jku header', 'Tell the server where to fetch the attacker’s keys.', 'ASVS 5.0, 9.1.3'],
  ['AUTHN-011', 'id token', 'Use what says who somebody is as what says what they may.', 'ASVS 5.0, 9.2.2'],
  ['AUTHN-501', 'expired', 'Use a token after its end.', 'ASVS 5.0, 9.2.1; own'],
  ['AUTHN-502', 'not yet valid', 'Use a token before its beginning.', 'RFC 7519, nbf; own'],
  ['AUTHN-503', 'issued too long ago', 'Use a token that was made to last for months.', 'RFC 9068; own'],
  ['AUTHN-504', 'without expiry', 'Use a token that never ends.', 'RFC 9068, 2.2; own'],
  ['AUTHN-505', 'wrong audience', 'Use a token that another API was given.', 'ASVS 5.0, 9.2.3; own'],
  ['AUTHN-506', 'without audience', 'Use a token for no API in particular.', 'ASVS 5.0, 9.2.3; own'],
  ['AUTHN-507', 'alg none', 'Use a token that says it needs no signature.', 'RFC 8725, 3.1; own'],
  ['AUTHN-508', 'tampered', 'Add a role to a good token.', 'RFC 8725; own'],
  ['AUTHN-509', 'jwk header', 'Bring the key that the token is to be checked with.', 'RFC 8725, 3.10; own'],
  ['AUTHN-510', 'key traversal', 'Name as key a file that is empty everywhere.', 'RFC 8725, 3.10; own'],
  ['AUTHN-511', 'without signature', 'Cut the signature off.', 'RFC 8725; own'],
];

/** Authorization headers that are no bearer token. */
const HEADERS: readonly (readonly [id: string, value: (world: World) => string, what: string])[] = [
  ['AUTHN-101', () => 'Bearer null', 'the word null as a token'],
  ['AUTHN-104', () => 'Basic YWRtaW46YWRtaW4=', 'the password of nobody'],
  ['AUTHN-105', () => 'bearer ', 'no token behind the word'],
  ['AUTHN-106', (world) => `Bearer ${world.tokens.applicant} x`, 'a token and a word more'],
  ['AUTHN-108', () => 'Negotiate TlRMTVNTUAABAAAA', 'a handshake of Windows'],
  ['AUTHN-520', () => `Bearer ${'a.'.repeat(3_000)}a`, 'six kilobytes of dots'],
  ['AUTHN-521', () => 'Bearer eyJhbGciOiJub25lIn0', 'a third of a token'],
  ['AUTHN-522', () => 'Bearer a.b.c.d.e', 'an encrypted token'],
];

const KEY_ATTACKS: readonly (readonly [id: string, key: (world: World) => string, intent: string])[] = [
  [
    'KEY-501',
    ({ keys }) => `${keys.statistics.slice(0, -1)}${keys.statistics.endsWith('0') ? '1' : '0'}`,
    'Guess a key whose checksum is wrong.',
  ],
  ['KEY-502', () => 'ess_live_000000000000000000000000000000000000', 'Guess a key made of zeros.'],
  ['KEY-503', ({ keys }) => keys.statistics.toUpperCase(), 'Write a good key in capitals.'],
  [
    'KEY-504',
    ({ keys }) => keys.statistics.replace('live', 'test'),
    'Take a key of one posture for the other.',
  ],
  ['KEY-505', ({ keys }) => keys.statistics.slice(0, 15), 'Use the part of a key that is shown in lists.'],
  ['KEY-506', ({ keys }) => `${keys.statistics}, ${keys.directory}`, 'Give two keys in one header.'],
];

const COOKIE_ATTACKS: readonly (readonly [id: string, which: keyof Sessions, intent: string])[] = [
  ['SES-501', 'of another platform', 'Sign a session with another secret.'],
  ['SES-502', 'with more rights', 'Put the rights of another session under one’s own signature.'],
  ['SES-503', 'without signature', 'Make a session that says it needs no signature.'],
  ['SES-504', 'of another origin', 'Bring the session of a test platform that shares the secret.'],
];

const underCookie = (cookie: string, headers: Record<string, string> = {}) =>
  askUnder({ cookie: `${SESSION_COOKIE}=${cookie}`, ...headers }, PROTECTED, 'nobody');

const twoCredentials: Expectation = {
  status: [400, 401],
  codes: ['BAD_REQUEST', 'UNAUTHENTICATED'],
  data: 'none',
};

/** Who one says one is: tokens, keys, sessions, and what is made to look like them. */
export const authentication: readonly HostileCase[] = [
  {
    ...authn,
    id: 'AUTHN-001',
    intent: 'Read what agents alone may, without saying who one is.',
    source: 'ASVS 5.0, 8.2.1',
    shot: ask(PROTECTED, undefined, 'nobody'),
    expect: refusedViewer(),
  },
  ...FORGED.map(
    ([id, forgery, intent, source]): ActiveCase => ({
      ...authn,
      id,
      intent,
      source,
      shot: (world) =>
        askUnder({ authorization: `Bearer ${world.forged[forgery]}` }, PROTECTED, 'nobody')(world),
      expect: refusedCredential({ headers: { 'www-authenticate': /^Bearer/ } }),
    }),
  ),
  {
    ...authn,
    id: 'AUTHN-512',
    intent: 'Sign a token with a word that is easy to guess.',
    source: 'Damn Vulnerable GraphQL Application, forged tokens; own',
    shot: async (world) =>
      askUnder({ authorization: `Bearer ${await guessedToken()}` }, PROTECTED, 'nobody')(world),
    expect: refusedCredential(),
  },
  {
    ...authn,
    id: 'AUTHN-513',
    intent: 'Learn from the refusal what is wrong with a forged token.',
    source: 'own: a reason is a guide',
    shot: (world) =>
      askUnder({ authorization: `Bearer ${world.forged['wrong audience']}` }, PROTECTED, 'nobody')(world),
    expect: refusedCredential({ never: [/audience/i, /signature/i, /issuer/i, /jose/i, /kid/] }),
  },
  {
    ...authn,
    id: 'AUTHN-514',
    intent: 'Have a forged token pass as a visitor, for what visitors may read.',
    source: 'own: a wrong credential is a fault, not an absence',
    shot: (world) =>
      askUnder({ authorization: `Bearer ${world.forged.expired}` }, '{ calls { edition } }', 'nobody')(world),
    expect: refusedCredential(),
    twin: 'a short document',
  },
  ...HEADERS.map(
    ([id, value, what]): ActiveCase => ({
      ...authn,
      id,
      severity: 'medium',
      intent: `Give ${what} as authorisation.`,
      source:
        Number(id.slice(6)) < 500
          ? 'malformed Authorization headers'
          : 'own: malformed Authorization headers',
      shot: (world) => askUnder({ authorization: value(world) }, PROTECTED, 'nobody')(world),
      expect: {
        status: [200, 400, 401, 403],
        codes: ['UNAUTHENTICATED', 'FORBIDDEN', 'BAD_REQUEST'],
        data: 'none',
        maxBytes: 4_096,
      },
    }),
  ),
  {
    ...authn,
    id: 'AUTHN-120',
    severity: 'medium',
    intent: 'Give the token in the address, where logs keep it.',
    source: 'ASVS 5.0, 14.2.1',
    shot: (world) => ({
      ...ask(PROTECTED, undefined, 'nobody')(world),
      path: graphUrl({ access_token: world.tokens.agent }),
    }),
    expect: { status: [200, 400, 401, 403], data: 'none' },
  },
  {
    ...authn,
    id: 'AUTHN-121',
    severity: 'medium',
    intent: 'Give the token in a cookie.',
    source: 'cookies travel with requests that nobody meant',
    shot: (world) =>
      askUnder(
        {
          cookie: `token=${world.tokens.agent}; session=${world.tokens.agent}; ${SESSION_COOKIE}=${world.tokens.agent}`,
        },
        PROTECTED,
        'nobody',
      )(world),
    expect: { status: [200, 400, 401, 403], data: 'none' },
  },
  {
    ...authn,
    id: 'AUTHN-530',
    severity: 'medium',
    intent: 'Show two tokens, of which one would do.',
    source: 'own: two readers choose differently',
    shot: (world) => ({
      ...ask(PROTECTED, undefined, 'nobody')(world),
      headers: {
        'content-type': 'application/json',
        authorization: [`Bearer ${world.forged.expired}`, `Bearer ${world.tokens.agent}`],
      },
    }),
    expect: twoCredentials,
  },
  {
    ...authn,
    id: 'AUTHN-531',
    severity: 'medium',
    intent: 'Show a key and a session at once, and see whose rights count.',
    source: 'own: confused deputies',
    shot: (world) =>
      askUnder(
        { 'x-api-key': world.keys.statistics, cookie: `${SESSION_COOKIE}=${world.sessions.agent}` },
        PROTECTED,
        'nobody',
      )(world),
    expect: twoCredentials,
    twin: 'a key in its header',
  },
  {
    ...authn,
    id: 'AUTHN-122',
    severity: 'medium',
    intent: 'Give a key in the address.',
    source: 'ASVS 5.0, 14.2.1',
    shot: (world) => ({
      ...ask('{ calls { edition } }', undefined, 'nobody')(world),
      path: graphUrl({ api_key: world.keys.statistics }),
    }),
    expect: refusedRequest({ status: [400, 401, 403] }),
    twin: 'a key in its header',
  },
  ...['key', 'apikey', 'x-api-key', 'nothing_special'].map(
    (name, n): ActiveCase => ({
      ...authn,
      id: `KEY-52${n}`,
      severity: 'medium',
      intent: `Give a key in the address, as ${name}.`,
      source: 'own: whatever the parameter is called',
      shot: (world) => ({
        ...ask('{ calls { edition } }', undefined, 'applicant')(world),
        path: graphUrl({ [name]: world.keys.statistics }),
      }),
      expect: refusedRequest({ status: [400] }),
      twin: 'a key in its header',
    }),
  ),
  {
    ...authn,
    id: 'AUTHN-124',
    severity: 'medium',
    intent: 'Close the quotation of the query that looks for a key.',
    source: 'SQL injection in credentials',
    shot: askUnder({ 'x-api-key': "' OR '1'='1" }, PROTECTED, 'nobody'),
    expect: refusedViewer({ status: [401] }),
    twin: 'a key in its header',
  },
  {
    ...authn,
    id: 'AUTHN-126',
    intent: 'Go on using a key that was revoked.',
    source: 'life of API keys',
    shot: (world) => askUnder({ 'x-api-key': world.keys.revoked }, '{ calls { edition } }', 'nobody')(world),
    expect: refusedCredential(),
    twin: 'a key in its header',
  },
  ...KEY_ATTACKS.map(
    ([id, key, intent]): ActiveCase => ({
      ...authn,
      id,
      severity: 'medium',
      intent,
      source: 'own: keys guessed from what is known of them',
      shot: (world) => askUnder({ 'x-api-key': key(world) }, '{ calls { edition } }', 'nobody')(world),
      expect: {
        status: [400, 401],
        codes: ['UNAUTHENTICATED', 'BAD_REQUEST'],
        data: 'none',
        maxBytes: 4_096,
      },
      twin: 'a key in its header',
    }),
  ),
  {
    ...authn,
    id: 'KEY-507',
    intent: 'Read what agents may with the key of a partner.',
    source: 'own: scopes of keys; ASVS 5.0, 8.2.1',
    shot: (world) => askUnder({ 'x-api-key': world.keys.statistics }, PROTECTED, 'nobody')(world),
    expect: refusedViewer(),
    twin: 'a key in its header',
  },
  {
    ...authn,
    id: 'KEY-508',
    intent: 'Order more keys with a key.',
    source: 'own: rights that breed',
    shot: (world) =>
      askUnder(
        { 'x-api-key': world.keys.statistics },
        'mutation { createApiKey(input: { idempotencyKey: "k", partner: "Moi", scopes: ["bi:read"] }) { __typename } }',
        'nobody',
      )(world),
    expect: harmless({ never: [/CreateApiKeySuccess/] }),
    twin: 'a key in its header',
  },
  ...COOKIE_ATTACKS.map(
    ([id, which, intent]): ActiveCase => ({
      ...authn,
      id,
      category: 'session',
      intent,
      source: 'own: sessions in signed cookies',
      shot: (world) => underCookie(world.sessions[which])(world),
      expect: refusedViewer(),
      twin: 'the list of an agent by session',
    }),
  ),
  {
    ...authn,
    id: 'SES-505',
    category: 'session',
    intent: 'Use the session of a visitor of another site.',
    source: 'own: cross-site requests that carry cookies; Fetch Metadata',
    shot: (world) =>
      underCookie(world.sessions.agent, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })(
        world,
      ),
    expect: { status: [401, 403], codes: ['FORBIDDEN', 'UNAUTHENTICATED'], data: 'none' },
    twin: 'the list of an agent by session',
  },
  {
    ...authn,
    id: 'SES-506',
    category: 'session',
    intent: 'Use the session as a bearer token.',
    source: 'own: tokens of one use in another',
    shot: (world) =>
      askUnder({ authorization: `Bearer ${world.sessions.agent}` }, PROTECTED, 'nobody')(world),
    expect: refusedCredential(),
    twin: 'the list of an agent by session',
  },
  {
    ...authn,
    id: 'SES-507',
    category: 'session',
    severity: 'medium',
    intent: 'Sign somebody out from another site.',
    source: 'own: CSRF on sign-out',
    shot: (world) => ({
      method: 'POST',
      path: '/auth/logout',
      headers: {
        cookie: `${SESSION_COOKIE}=${world.sessions.agent}`,
        origin: 'https://evil.example',
        'sec-fetch-site': 'cross-site',
      },
    }),
    expect: { status: [401, 403], withoutHeaders: ['set-cookie'] },
    twin: 'the list of an agent by session',
  },
  ...[
    ['SES-510', '//evil.example/', 'an address without protocol'],
    ['SES-511', 'https://evil.example/', 'another site'],
    ['SES-512', '/\\evil.example', 'a backslash that browsers read as a slash'],
    ['SES-513', '/\t/evil.example', 'a tab that browsers drop'],
  ].map(
    ([id = '', path = '', what]): ActiveCase => ({
      id,
      category: 'redirect',
      severity: 'medium',
      intent: `Have a person sent, once signed in, to ${what}.`,
      source: 'own: open redirects; OWASP cheat sheet on unvalidated redirects',
      shot: get(`/auth/login?return=${encodeURIComponent(path)}`),
      expect: {
        status: [303, 400, 404, 503],
        holds: ({ headers }) =>
          /^[a-z]+:\/\/evil|^\/[/\\]/.test(headers['location'] ?? '') ? 'it sends to the other site' : null,
      },
      twin: 'the list of an agent by session',
    }),
  ),
  ...[
    ['SES-520', '/auth/callback?code=x&state=y', 'a code that nobody asked for'],
    [
      'SES-521',
      '/auth/callback?error=access_denied&error_description=%3Cscript%3Ealert(1)%3C/script%3E',
      'a script in the reason of a refusal',
    ],
    ['SES-522', `/auth/callback?code=${'a'.repeat(4_000)}&state=%00`, 'a code of four kilobytes'],
  ].map(
    ([id = '', path = '', what]): ActiveCase => ({
      id,
      category: 'sign-in',
      severity: 'medium',
      intent: `Come back from the provider with ${what}.`,
      source: 'own: RFC 9700, OAuth 2.0 security; RFC 6749, 10.12',
      shot: get(path),
      expect: { status: [400, 404], never: [/<script/i], withoutHeaders: ['location'] },
      twin: 'the list of an agent by session',
    }),
  ),
  {
    ...authn,
    id: 'SES-530',
    category: 'session',
    severity: 'low',
    intent: 'Ask who is signed in from another site.',
    source: 'own: cross-site reading of one’s own state',
    shot: (world) => ({
      method: 'GET',
      path: '/auth/session',
      headers: { cookie: `${SESSION_COOKIE}=${world.sessions.agent}`, origin: 'https://evil.example' },
    }),
    expect: {
      status: [200, 401, 403],
      withoutHeaders: ['access-control-allow-origin'],
    },
    twin: 'the list of an agent by session',
  },
  {
    ...authn,
    id: 'SES-531',
    category: 'session',
    severity: 'low',
    intent: 'Choose by the Host header where people are sent after signing in.',
    source: 'own: Host header injection',
    shot: () => ({
      method: 'GET',
      path: '/auth/login',
      headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
    }),
    expect: {
      status: [303, 400, 404, 503],
      holds: ({ headers }) =>
        /evil\.example/.test(headers['location'] ?? '') ? 'the attacker’s host is in it' : null,
    },
    twin: 'the list of an agent by session',
  },
];
