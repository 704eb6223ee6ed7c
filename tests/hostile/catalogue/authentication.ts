import type { Forgery } from '../../../gateway/src/testing/forged-tokens.ts';
import type { ActiveCase, Expectation, HostileCase } from '../case.ts';
import { refusedCredential, refusedViewer } from '../expectations.ts';
import { guessedToken, SESSION_COOKIE } from '../sessions.ts';
import { ask, askUnder, graphUrl } from '../shots.ts';
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
const twoCredentials: Expectation = {
  status: [400, 401],
  codes: ['BAD_REQUEST', 'UNAUTHENTICATED'],
  data: 'none',
};

/** Who one says one is: access tokens, and what is made to look like them. */
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
    shot: (world) => askUnder({ authorization: `Bearer ${guessedToken()}` }, PROTECTED, 'nobody')(world),
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
];
