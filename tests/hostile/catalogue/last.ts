import type { HostileCase } from '../case.ts';
import { refusedCredential } from '../expectations.ts';
import { SESSION_COOKIE } from '../sessions.ts';
import { askUnder, get, graphUrl } from '../shots.ts';
import { ORIGIN, REFUSED_CREDENTIALS } from '../world.ts';

/** What leaves the world changed: a minute without credentials from this address. */
export const last: readonly HostileCase[] = [
  {
    id: 'HTTP-543',
    category: 'cache',
    severity: 'medium',
    intent: 'Keep the answer of somebody signed in on a machine that others use.',
    source: 'own: answers of people are kept by nobody',
    shot: get(
      graphUrl({ query: '{ me { kind } }' }),
      { 'apollo-require-preflight': '1', accept: 'application/json' },
      'applicant',
    ),
    expect: {
      status: [200],
      data: 'some',
      headers: { 'cache-control': /no-store/ },
      withoutHeaders: ['etag'],
    },
    twin: 'a query by GET',
  },
  {
    id: 'SES-540',
    category: 'session',
    severity: 'high',
    intent: 'Use a session from an origin that may call the graph, but has no session of its own.',
    source: 'own: CORS lets ask, a session must be of the platform’s pages',
    shot: (world) => ({
      method: 'POST',
      path: '/graphql',
      headers: {
        'content-type': 'application/json',
        cookie: `${SESSION_COOKIE}=${world.sessions.agent}`,
        origin: 'https://front.exemple.fr',
        'sec-fetch-site': 'same-site',
      },
      body: JSON.stringify({ query: '{ applications(first: 1) { nodes { id } } }' }),
    }),
    expect: { status: [401, 403], codes: ['FORBIDDEN', 'UNAUTHENTICATED'], data: 'none' },
    twin: 'the list of an agent by session',
  },
  {
    id: 'SES-541',
    category: 'session',
    severity: 'high',
    intent: 'Go on with the cookie of somebody who signed out.',
    source: 'own: ASVS 5.0, 7.4.1: a session that ended is of no use',
    shot: async (world) => {
      const cookie = `${SESSION_COOKIE}=${world.sessions['signed out']}`;
      const ownPage = { cookie, origin: ORIGIN, 'sec-fetch-site': 'same-origin' };
      await fetch(`${world.url}/auth/logout`, { method: 'POST', headers: ownPage, redirect: 'manual' });
      return askUnder(ownPage, '{ applications(first: 1) { nodes { id } } }', 'nobody')(world);
    },
    expect: refusedCredential(),
    twin: 'the list of an agent by session',
  },
  {
    id: 'RATE-502',
    category: 'rate-limit',
    severity: 'high',
    intent: 'Try credentials, one after the other, as fast as the server answers.',
    source: 'own: ASVS 5.0, 6.3.1; guessing and credential stuffing',
    shot: (world) =>
      askUnder({ authorization: `Bearer ${world.forged.tampered}` }, '{ __typename }', 'nobody')(world),
    volley: { shots: REFUSED_CREDENTIALS + 60, atOnce: 20 },
    expect: {
      status: [401, 429],
      data: 'none',
      together: (answers) => (answers.some(({ status }) => status === 429) ? null : 'nobody was stopped'),
    },
    twin: 'a short document',
  },
];
