import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ACCOUNTS } from '../identity/local-provider/accounts.ts';
import { accessTokenOf } from '../testing/access-token-of.ts';
import { type Browser, testBrowser } from '../testing/browser.ts';
import { type TestPlatform, testPlatform } from '../testing/test-platform.ts';

const WHO = '{ me { kind roles organization { id } } }';
const VISITOR = { kind: 'VISITOR', roles: [], organization: null };
const APPLICANT = { kind: 'PERSON', roles: ['applicant'], organization: { id: 'ORG:bicyclaide' } };

/** Another site, whose pages may ask the graph as visitors or with a token. */
const FRIEND = 'https://front.example';

let graph: TestPlatform;
beforeAll(async () => {
  graph = await testPlatform({ mode: 'one process', env: { CORS_ORIGINS: FRIEND } });
});
afterAll(() => graph?.stop());

async function signIn(browser: Browser, account: string, returnTo: string): Promise<string> {
  const page = await browser.follow(`${graph.url}/auth/login?return=${encodeURIComponent(returnTo)}`);
  const chosen = await browser.go(page.url, { form: { account } });
  const back = await browser.go(new URL(chosen.headers.get('location') ?? '', page.url).href);
  const callback = await browser.go(back.headers.get('location') ?? '');
  return callback.headers.get('location') ?? '';
}

async function whoIs(browser: Browser, headers: Record<string, string> = {}): Promise<unknown> {
  const response = await fetch(`${graph.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      cookie: [...browser.cookies].map(([name, { value }]) => `${name}=${value}`).join('; '),
      ...headers,
    },
    body: JSON.stringify({ query: WHO }),
  });
  const body = (await response.json()) as {
    data?: { me: unknown };
    errors?: { extensions: { code: string } }[];
  };
  return body.data?.me ?? [response.status, body.errors?.map(({ extensions }) => extensions.code)];
}

test('the page of accounts offers each of them, says that they are for demonstration, and loads nothing from elsewhere', async () => {
  const browser = testBrowser();
  const { response } = await browser.follow(`${graph.url}/auth/login`);
  const html = await response.text();
  const offered = [...html.matchAll(/name="account" value="([^"]+)"/g)].map(([, name]) => name);
  const resources = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url);
  expect({
    offered,
    resources,
    said: html.includes('Compte de démonstration'),
    policy: response.headers.get('content-security-policy'),
  }).toEqual({
    offered: ACCOUNTS.map(({ name }) => name),
    resources: ['/auth/style.css'],
    said: true,
    policy:
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  });
  const style = await browser.go(`${graph.url}/auth/style.css`);
  expect([style.status, style.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
});

test('signing in, being somebody, signing out', async () => {
  const browser = testBrowser();
  expect(await whoIs(browser)).toEqual(VISITOR);
  expect(await signIn(browser, 'applicant', '/graphql?query=x')).toBe('/graphql?query=x');
  expect(await whoIs(browser)).toEqual(APPLICANT);

  const session = browser.cookies.get('graphess');
  expect(session?.attributes).toBe('; Max-Age=28800; Path=/; HttpOnly; SameSite=Lax');
  expect(Object.keys(decodeJwt(session?.value ?? '')).sort()).toEqual(
    ['exp', 'iat', 'iss', 'jti', 'organization', 'roles', 'sub'].sort(),
  );
  const told = await browser.go(`${graph.url}/auth/session`);
  expect([told.headers.get('cache-control'), await told.json()]).toEqual([
    'no-store',
    { signedIn: true, viewer: { kind: 'person', roles: ['applicant'], organization: 'ORG:bicyclaide' } },
  ]);

  const out = await browser.go(`${graph.url}/auth/logout`, { method: 'POST' });
  const end = new URL(out.headers.get('location') ?? '');
  expect([out.status, end.pathname, end.searchParams.get('post_logout_redirect_uri')]).toEqual([
    303,
    '/oidc/session/end',
    `${graph.url}/`,
  ]);
  expect(end.searchParams.get('id_token_hint')).toMatch(/^ey/);
  expect(await whoIs(browser)).toEqual(VISITOR);
  const farewell = await browser.go(end.href);
  expect([farewell.status, (await farewell.text()).includes('Oublier le compte')]).toEqual([200, true]);
});

test('a session that was ended does not come back with its cookie', async () => {
  const browser = testBrowser();
  await signIn(browser, 'admin', '/');
  const stolen = browser.cookies.get('graphess')?.value ?? '';
  const thief = (cookie: string) => whoIs(testBrowser(), { cookie: `graphess=${cookie}` });
  expect(await thief(stolen)).toEqual({ kind: 'PERSON', roles: ['admin'], organization: null });
  await browser.go(`${graph.url}/auth/logout`, { method: 'POST' });
  expect(await thief(stolen)).toEqual([401, ['UNAUTHENTICATED']]);
});

test.each([
  ['tampered', (cookie: string) => withRoles(cookie, ['admin'])],
  ['unsigned', (cookie: string) => `${unsigned(cookie)}.`],
  ['of another secret', (cookie: string) => `${cookie.slice(0, -4)}AAAA`],
  ['an access token', async () => accessTokenOf(graph.url, 'admin')],
])('a session that is %s is refused, and taken away', async (_, spoil) => {
  const browser = testBrowser();
  await signIn(browser, 'applicant', '/');
  const cookie = browser.cookies.get('graphess')?.value ?? '';
  expect(await whoIs(browser)).toEqual(APPLICANT);
  const response = await fetch(`${graph.url}/auth/session`, {
    headers: { cookie: `graphess=${await spoil(cookie)}` },
  });
  expect([response.status, response.headers.get('set-cookie')]).toEqual([
    401,
    'graphess=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax',
  ]);
});

test.each([
  [{ 'sec-fetch-site': 'cross-site' }],
  [{ 'sec-fetch-site': 'same-site' }],
  [{ origin: 'https://evil.example' }],
  [{ origin: FRIEND, 'sec-fetch-site': 'same-site' }],
  [{ origin: FRIEND }],
  [{ origin: 'null' }],
])('a session serves no other site: %j', async (headers) => {
  const browser = testBrowser();
  await signIn(browser, 'applicant', '/');
  expect(await whoIs(browser, { 'sec-fetch-site': 'same-origin', origin: graph.url })).toEqual(APPLICANT);
  expect(await whoIs(browser, headers)).toEqual([403, ['FORBIDDEN']]);
  const out = await browser.go(`${graph.url}/auth/logout`, { method: 'POST', headers });
  expect([out.status, await whoIs(browser)]).toEqual([403, APPLICANT]);
});

test.each([
  '//evil.example',
  'https://evil.example/',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  '',
])('signing in leads to no other site: %j', async (returnTo) => {
  expect(await signIn(testBrowser(), 'juror', returnTo)).toBe('/');
});

test('a callback that nobody asked for, or of another browser, signs nobody in', async () => {
  const [victim, attacker] = [testBrowser(), testBrowser()];
  const page = await attacker.follow(`${graph.url}/auth/login`);
  const chosen = await attacker.go(page.url, { form: { account: 'admin' } });
  const back = await attacker.go(new URL(chosen.headers.get('location') ?? '', page.url).href);
  const callback = back.headers.get('location') ?? '';
  const alone = await victim.go(callback);
  await victim.follow(`${graph.url}/auth/login`);
  const mixed = await victim.go(callback);
  expect([alone.status, mixed.status, await whoIs(victim)]).toEqual([400, 400, VISITOR]);
  expect((await attacker.go(callback)).status).toBe(303);
});

test('without their guards, sessions open to whoever writes, keeps or borrows one', async () => {
  const honest = graph;
  graph = await testPlatform({
    mode: 'one process',
    env: { CORS_ORIGINS: FRIEND },
    without: new Set(['session-signature', 'session-end', 'session-origin']),
  });
  try {
    const browser = testBrowser();
    await signIn(browser, 'applicant', '/');
    const cookie = browser.cookies.get('graphess')?.value ?? '';
    const session = (value: string) =>
      fetch(`${graph.url}/auth/session`, { headers: { cookie: `graphess=${value}` } }).then(
        async (response) => ((await response.json()) as { viewer: { roles: string[] } }).viewer.roles,
      );
    const forged = await session(withRoles(cookie, ['admin']));
    const borrowed = await whoIs(browser, { 'sec-fetch-site': 'same-site', origin: FRIEND });
    await browser.go(`${graph.url}/auth/logout`, { method: 'POST' });
    expect({ forged, borrowed, kept: await session(cookie) }).toEqual({
      forged: ['admin'],
      borrowed: APPLICANT,
      kept: ['applicant'],
    });
  } finally {
    await graph.stop();
    graph = honest;
  }
});

test.each(ACCOUNTS.map(({ name, roles, organization }) => ({ name, roles, organization })))(
  'a script gets a token for $name, by the same steps',
  async ({ name, roles, organization }) => {
    const token = await accessTokenOf(graph.url, name);
    const { data } = await graph.query(WHO, {}, { authorization: `Bearer ${token}` });
    expect([data, decodeProtectedHeader(token)['typ']]).toEqual([
      { me: { kind: 'PERSON', roles, organization: organization === null ? null : { id: organization } } },
      'at+jwt',
    ]);
  },
);

test('an account that does not exist gets nothing', async () => {
  await expect(accessTokenOf(graph.url, 'nobody')).rejects.toThrow();
});

function withRoles(cookie: string, roles: string[]): string {
  const [header, , signature] = cookie.split('.');
  const claims = { ...decodeJwt(cookie), roles };
  return `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`;
}

function unsigned(cookie: string): string {
  const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'graphess-session+jwt' })).toString(
    'base64url',
  );
  return `${header}.${cookie.split('.')[1]}`;
}
