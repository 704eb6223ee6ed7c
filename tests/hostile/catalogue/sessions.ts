import type { ActiveCase, HostileCase } from '../case.ts';
import { refusedCredential, refusedViewer } from '../expectations.ts';
import { SESSION_COOKIE, type Sessions } from '../sessions.ts';
import { askUnder, get } from '../shots.ts';

const PROTECTED = '{ applications(first: 1) { nodes { id } } }';

const authn = { category: 'authn', severity: 'high', twin: 'the list of an agent' } as const;

const COOKIE_ATTACKS: readonly (readonly [id: string, which: keyof Sessions, intent: string])[] = [
  ['SES-501', 'of another platform', 'Sign a session with another secret.'],
  ['SES-502', 'with more rights', 'Put the rights of another session under one’s own signature.'],
  ['SES-503', 'without signature', 'Make a session that says it needs no signature.'],
  ['SES-504', 'of another origin', 'Bring the session of a test platform that shares the secret.'],
];

const underCookie = (cookie: string, headers: Record<string, string> = {}) =>
  askUnder({ cookie: `${SESSION_COOKIE}=${cookie}`, ...headers }, PROTECTED, 'nobody');

/** Browsers: sessions, signing in and where it leads. */
export const sessions: readonly HostileCase[] = [
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
