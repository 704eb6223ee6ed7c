import type { HostileCase } from '../case.ts';
import { refusedRequest } from '../expectations.ts';
import { authorization, bytes, GRAPH, get, graphUrl, headersOf } from '../shots.ts';

const HARMLESS = JSON.stringify({ query: '{ __typename }' });
const CALLS = JSON.stringify({ query: '{ calls { edition } }' });
const EVIL = 'https://evil.example';

const csrf = { category: 'csrf', twin: 'a body with spaces' } as const;

const lines = (...all: string[]) => all.join('\r\n');

/** Other sites: forms, links and origins that make a browser speak for somebody. */
export const crossSite: readonly HostileCase[] = [
  {
    ...csrf,
    id: 'CSRF-001',
    severity: 'medium',
    intent: 'Run a query by a link on another site.',
    source: 'graphql-cop, GET method check',
    shot: get(graphUrl({ query: 'query cop {__typename}' })),
    expect: { status: [400, 401, 403, 405], data: 'none' },
    twin: 'a query by GET',
  },
  {
    ...csrf,
    id: 'CSRF-003',
    severity: 'high',
    intent: 'Run a query by a form of another site.',
    source: 'graphql-cop, POST CSRF check',
    shot: bytes(
      'query=query+cop+%7B__typename%7D',
      { 'content-type': 'application/x-www-form-urlencoded' },
      'nobody',
    ),
    expect: refusedRequest(),
  },
  {
    ...csrf,
    id: 'CSRF-004',
    severity: 'high',
    intent: 'Send JSON as plain text, which a browser lets any site do.',
    source: 'simple requests of the Fetch standard',
    shot: bytes(HARMLESS, { 'content-type': 'text/plain' }, 'nobody'),
    expect: refusedRequest(),
  },
  {
    ...csrf,
    id: 'CSRF-005',
    severity: 'high',
    intent: 'Bring a mutation and a file by a multipart form.',
    source: 'GraphQL multipart request specification',
    shot: bytes(
      lines(
        '--X',
        'Content-Disposition: form-data; name="operations"',
        '',
        '{"query":"mutation { __typename }","variables":{"file":null}}',
        '--X',
        'Content-Disposition: form-data; name="0"; filename="../../x.sh"',
        '',
        'x',
        '--X--',
        '',
      ),
      { 'content-type': 'multipart/form-data; boundary=X' },
      'nobody',
    ),
    expect: refusedRequest(),
  },
  {
    ...csrf,
    id: 'CSRF-008',
    category: 'charset',
    severity: 'medium',
    intent: 'Have a body read in a character set that nobody uses.',
    source: 'Apollo Server 5.4, exotic character sets',
    shot: bytes(HARMLESS, { 'content-type': 'application/json; charset=x-mac-cyrillic' }, 'nobody'),
    expect: refusedRequest(),
  },
  {
    ...csrf,
    id: 'CSRF-501',
    severity: 'medium',
    intent: 'Send JSON without saying what it is.',
    source: 'own: sendBeacon and Blob send without a content type',
    shot: (world) => ({
      method: 'POST',
      path: GRAPH,
      headers: authorization(world, 'applicant'),
      body: HARMLESS,
    }),
    expect: refusedRequest(),
  },
  {
    ...csrf,
    id: 'CSRF-502',
    severity: 'medium',
    intent: 'Name JSON among the parameters of a type that is none.',
    source: 'own: content types compared by what they contain',
    shot: bytes(HARMLESS, { 'content-type': 'text/plain; x=application/json' }),
    expect: refusedRequest(),
  },
  {
    ...csrf,
    id: 'CSRF-504',
    severity: 'medium',
    intent: 'Run what everybody may run, by a link on another site, in the visitor’s name.',
    source: 'own: known documents by GET',
    shot: (world) => get(graphUrl({ documentId: `sha256:${world.trustedHash}` }))(world),
    expect: { status: [400, 403, 405], codes: ['BAD_REQUEST', 'FORBIDDEN'], data: 'none' },
    twin: 'a trusted document',
  },
  {
    ...csrf,
    id: 'CSRF-503',
    severity: 'high',
    intent: 'Write by GET, from an image of another site.',
    source: 'GraphQL over HTTP: GET reads only',
    shot: get(
      graphUrl({
        query: 'mutation { revokeApiKey(input: { idempotencyKey: "x", id: "KEY:x" }) { __typename } }',
      }),
      { 'apollo-require-preflight': '1' },
      'admin',
    ),
    expect: { status: [400, 405], data: 'none' },
    twin: 'the keys of an administrator',
  },
  {
    id: 'HTTP-007',
    category: 'cors',
    severity: 'high',
    intent: 'Have another site allowed to call with credentials.',
    source: 'Cross-Origin Resource Sharing',
    shot: () => ({
      method: 'OPTIONS',
      path: GRAPH,
      headers: {
        origin: EVIL,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,authorization',
      },
    }),
    expect: { status: [200, 204, 400, 403, 404, 405], withoutHeaders: ['access-control-allow-origin'] },
    twin: 'a short document',
  },
  ...[
    'null',
    'https://graphe.exemple.fr.evil.example',
    'http://localhost:4000',
    'https://graphe.exemple.fr:444',
  ].map(
    (origin, n): HostileCase => ({
      id: `HTTP-51${n}`,
      category: 'cors',
      severity: 'medium',
      intent: `Read an answer from the origin ${origin}, which resembles a good one.`,
      source: 'own: origins compared by their beginning or end',
      shot: (world) => ({
        method: 'POST',
        path: GRAPH,
        headers: { ...headersOf(world, 'applicant'), origin },
        body: CALLS,
      }),
      expect: {
        status: [200, 403],
        withoutHeaders: ['access-control-allow-origin', 'access-control-allow-credentials'],
      },
      twin: 'a short document',
    }),
  ),
];
