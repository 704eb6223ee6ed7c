import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testBrowser } from '../testing/browser.ts';
import { type TestIssuer, testIssuer } from '../testing/issuer.ts';
import { type SignInBehaviour, signInPages } from '../testing/sign-in-pages.ts';
import { type TestPlatform, testPlatform } from '../testing/test-platform.ts';

/** A SIRET that is well formed; facts state none. */
const SIRET = '73282932000074';
/** As ProConnect tells of a person: https://partenaires.proconnect.gouv.fr/docs/fournisseur-service/donnees_fournies */
const PERSON = {
  sub: '704e024229015d2bd47f7a5e5ab05b35c8336ab403c38022985f8cfadc86fe91',
  idp_id: '71144ab3-ee1a-4401-b7b3-79b44f7daeeb',
  given_name: 'Camille',
  usual_name: 'Martin',
  email: 'camille.martin@hauts-de-seine.example',
  uid: '12345',
  siret: SIRET,
};
const behaviour: SignInBehaviour = { person: PERSON };
let issuer: TestIssuer;
let graph: TestPlatform;

beforeAll(async () => {
  issuer = await testIssuer({
    pages: signInPages(behaviour),
    metadata: { userinfo_signing_alg_values_supported: ['ES256', 'HS256'] },
  });
  graph = await testPlatform({
    mode: 'one process',
    env: {
      ...issuer.env,
      OIDC_USERINFO_ALGORITHM: 'ES256',
      OIDC_SCOPES: 'openid uid given_name usual_name email siret idp_id',
      OIDC_ORGANIZATION_CLAIM: 'siret',
      OIDC_DEFAULT_ROLES: 'applicant',
      FREE_DOCUMENTS: 'everyone',
    },
  });
  await database('observatory').query("UPDATE organization SET siret = $1 WHERE id = 'ORG:cress-idf'", [
    SIRET,
  ]);
});
afterAll(async () => {
  await graph?.stop();
  await issuer?.stop();
});
beforeEach(() => {
  Object.assign(behaviour, { person: PERSON, userinfo: 'signed', idToken: {} });
});

function database(domain: string) {
  const open = graph.open.get(domain);
  if (open === undefined) throw new RangeError(`no database of ${domain}`);
  return open.db;
}

const signIn = async (browser = testBrowser()) => {
  const start = await browser.go(`${graph.url}/auth/login?return=/depot`);
  const authorize = start.headers.get('location') ?? '';
  const approved = await fetch(authorize, { redirect: 'manual' });
  const response = await browser.go(approved.headers.get('location') ?? '');
  return { browser, authorize: new URL(authorize), response };
};
const sessionOf = async (browser: ReturnType<typeof testBrowser>) =>
  (await browser.go(`${graph.url}/auth/session`)).json();

test('a person of ProConnect is known by what the graph needs, and by nothing else', async () => {
  const { browser, authorize, response } = await signIn();
  expect([response.status, response.headers.get('location')]).toEqual([303, '/depot']);
  expect(await sessionOf(browser)).toEqual({
    signedIn: true,
    viewer: { kind: 'person', roles: ['applicant'], organization: 'ORG:cress-idf' },
  });
  expect(
    Object.fromEntries(
      [...authorize.searchParams].map(([name, value]) => [
        name,
        /^[\w-]{43,}$/.test(value) ? 'random' : value,
      ]),
    ),
  ).toEqual({
    client_id: 'graphess',
    response_type: 'code',
    redirect_uri: `${graph.url}/auth/callback`,
    scope: 'openid uid given_name usual_name email siret idp_id',
    state: 'random',
    nonce: 'random',
    code_challenge: 'random',
    code_challenge_method: 'S256',
  });
  const cookies = [...browser.cookies].map(([name, { attributes }]) => `${name}${attributes}`);
  expect(cookies.sort()).toEqual([
    '__Host-graphess-end; Max-Age=28800; Path=/; HttpOnly; Secure; SameSite=Lax',
    '__Host-graphess; Max-Age=28800; Path=/; HttpOnly; Secure; SameSite=Lax',
  ]);
  const session = browser.cookies.get('__Host-graphess')?.value ?? '';
  const readable = Buffer.from(session.split('.')[1] ?? '', 'base64url').toString();
  for (const value of Object.values(PERSON)) expect(readable).not.toContain(value);
});

test('the same sub at another identity provider is another person', async () => {
  const subjectOf = async () => {
    const { browser } = await signIn();
    const session = browser.cookies.get('__Host-graphess')?.value ?? '';
    return JSON.parse(Buffer.from(session.split('.')[1] ?? '', 'base64url').toString()).sub as string;
  };
  const [first, again] = [await subjectOf(), await subjectOf()];
  behaviour.person = { ...PERSON, idp_id: 'another' };
  const other = await subjectOf();
  expect([first === again, first === other, /^PERSON:[\w-]{32}$/.test(first)]).toEqual([true, false, true]);
});

test('a structure that the directory does not know is none', async () => {
  behaviour.person = { ...PERSON, siret: '55208131766522' };
  const { browser } = await signIn();
  expect(await sessionOf(browser)).toEqual({
    signedIn: true,
    viewer: { kind: 'person', roles: ['applicant'], organization: null },
  });
});

test.each<[string, Partial<SignInBehaviour>]>([
  ['userinfo signed by somebody else', { userinfo: 'signed by another' }],
  ['userinfo that is not signed', { userinfo: 'json' }],
  ['another nonce', { idToken: { nonce: 'of another sign-in' } }],
  ['an ID token for another client', { idToken: { aud: 'somebody-else' } }],
  ['an ID token of another issuer', { idToken: { iss: 'https://another.test' } }],
  ['an ID token of somebody else', { idToken: { sub: 'somebody-else' } }],
  ['an ID token that has expired', { idToken: { exp: 1 } }],
])('nobody is signed in by %s', async (_, spoilt) => {
  Object.assign(behaviour, spoilt);
  const { browser, response } = await signIn();
  expect([response.status, response.headers.get('content-type'), await sessionOf(browser)]).toEqual([
    400,
    'text/html; charset=utf-8',
    { signedIn: false, viewer: { kind: 'visitor', roles: [], organization: null } },
  ]);
});

test('signing out tells the provider whose session it was', async () => {
  const { browser } = await signIn();
  const out = await browser.go(`${graph.url}/auth/logout`, { method: 'POST' });
  const end = new URL(out.headers.get('location') ?? '');
  expect([`${end.origin}${end.pathname}`, [...end.searchParams.keys()].sort()]).toEqual([
    `${issuer.url}/session/end`,
    ['client_id', 'id_token_hint', 'post_logout_redirect_uri', 'state'],
  ]);
  expect(await sessionOf(browser)).toEqual({
    signedIn: false,
    viewer: { kind: 'visitor', roles: [], organization: null },
  });
});

test('opened and ended sessions are in the journal, under the name that the graph gives the person', async () => {
  const { browser } = await signIn();
  await browser.go(`${graph.url}/auth/logout`, { method: 'POST' });
  const rows: { action: string; actor: string }[] = await database('access').query(
    "SELECT action, actor FROM journal WHERE action LIKE 'SESSION_%' ORDER BY seq DESC LIMIT 2",
  );
  expect(rows.map(({ action, actor }) => [action, /^PERSON:/.test(actor)])).toEqual([
    ['SESSION_ENDED', true],
    ['SESSION_OPENED', true],
  ]);
});
