import type { ActiveCase, Domain, Expectation, HostileCase } from '../case.ts';
import { FOREIGN_DRAFT, type World } from '../world.ts';

const STRANGERS: Expectation = { status: [401, 403], data: 'none', orRefused: true };
const ENTITIES =
  'query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Application { title } } }';
const FOREIGN = { r: [{ __typename: 'Application', id: 'APP:hostile-foreign-draft' }] };

const direct = {
  category: 'subgraph-direct',
  severity: 'high',
  twin: 'an entity across subgraphs',
  only: 'services',
} as const;

const past =
  (domain: Domain, path: string, init: { method: string; headers: Record<string, string>; body?: string }) =>
  (world: World) => ({ server: world.subgraphUrls.get(domain) ?? '', path, ...init });
const post = (
  domain: Domain,
  query: string,
  headers: Record<string, string> = {},
  variables: unknown = undefined,
) =>
  past(domain, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });

const GUESSED = { 'x-subgraph-secret': 'secret', 'x-router-authorization': 'secret' };
const READ = '{ __typename }';

/** Subgraphs asked past the gateway. */
export const subgraphs: readonly HostileCase[] = [
  {
    ...direct,
    id: 'SUBG-001',
    intent: 'Read the SDL of a subgraph.',
    source: 'Apollo, securing your subgraphs',
    shot: post('procurement', '{ _service { sdl } }'),
    expect: { ...STRANGERS, never: [/sdl/, /type /] },
  },
  ...(
    [
      ['SUBG-010', 'grants'],
      ['SUBG-011', 'procurement'],
    ] as const
  ).map(
    ([id, domain]): ActiveCase => ({
      ...direct,
      id,
      intent: `Have ${domain} resolve an entity for a stranger.`,
      source: 'Apollo, securing your subgraphs',
      shot: post(domain, ENTITIES, {}, FOREIGN),
      expect: STRANGERS,
    }),
  ),
  ...(
    [
      ['SUBG-020', 'grants'],
      ['SUBG-021', 'procurement'],
    ] as const
  ).map(
    ([id, domain]): ActiveCase => ({
      ...direct,
      id,
      intent: `Open ${domain} with a secret that is easy to guess.`,
      source: 'shared secrets between gateway and subgraph',
      shot: post(domain, READ, GUESSED),
      expect: STRANGERS,
    }),
  ),
  {
    ...direct,
    id: 'SUBG-041',
    severity: 'medium',
    intent: 'Find a page for developers at a subgraph.',
    source: 'landing pages of GraphQL servers',
    shot: past('procurement', '/graphql', { method: 'GET', headers: { accept: 'text/html' } }),
    expect: { status: [400, 401, 403, 404, 405], orRefused: true, never: [/sandbox/i, /graphiql/i] },
  },
  {
    ...direct,
    id: 'SUBG-501',
    intent: 'Read the changes of a subgraph as a stranger.',
    source: 'own: feeds carry all rows',
    shot: past('observatory', '/changes/territories', { method: 'GET', headers: {} }),
    expect: STRANGERS,
  },
  {
    ...direct,
    id: 'SUBG-502',
    intent: 'Send a subgraph a statement that nobody signed.',
    source: 'own: RFC 8725, 3.1',
    shot: post('grants', READ, {
      'x-graphess-statement': `${encoded({ alg: 'none', typ: 'viewer+jwt' })}.${encoded({ iss: 'gateway', aud: 'grants', kind: 'service', roles: ['admin'] })}.`,
    }),
    expect: STRANGERS,
  },
  {
    ...direct,
    id: 'SUBG-503',
    intent: 'Send a subgraph the access token of an agent in place of a statement.',
    source: 'own: tokens of one door at another',
    shot: (world) =>
      post('grants', READ, {
        'x-graphess-statement': world.tokens.agent,
        authorization: `Bearer ${world.tokens.agent}`,
      })(world),
    expect: STRANGERS,
  },
  {
    ...direct,
    id: 'SUBG-504',
    intent: 'Use at one subgraph a statement made for another.',
    source: 'own: confused audiences; RFC 8725, 3.9',
    shot: () => ({ domain: 'grants', signer: { audience: 'events' }, query: READ }),
    expect: STRANGERS,
  },
  {
    ...direct,
    id: 'SUBG-505',
    intent: 'Use a statement after its thirty seconds.',
    source: 'own: replays',
    shot: () => ({ domain: 'grants', signer: { now: new Date(Date.now() - 60_000) }, query: READ }),
    expect: STRANGERS,
  },
  {
    ...direct,
    id: 'SUBG-506',
    intent: 'Keep a statement for later by dating it from the future.',
    source: 'own: clocks that disagree',
    shot: () => ({ domain: 'grants', signer: { now: new Date(Date.now() + 600_000) }, query: READ }),
    expect: STRANGERS,
  },
  {
    ...direct,
    id: 'SUBG-507',
    intent: 'Have one subgraph speak to another for an administrator.',
    source: 'own: a subgraph that was taken over',
    shot: () => ({
      domain: 'grants',
      signer: {
        as: 'events',
        viewer: { kind: 'person', subject: 'x', roles: ['admin'], scopes: [], organization: null },
      },
      query: '{ applications(first: 1) { nodes { id } } }',
    }),
    expect: STRANGERS,
  },
  {
    ...direct,
    id: 'SUBG-508',
    intent: 'Add rights by plain headers to a good statement of a visitor.',
    source: 'own: two sources of who asks',
    shot: () => ({
      domain: 'grants',
      signer: {},
      query: '{ applications(first: 1) { nodes { id title } } }',
      headers: { 'x-roles': 'admin', 'x-user-id': '1' },
    }),
    expect: { status: [200, 401, 403], codes: ['UNAUTHENTICATED', 'FORBIDDEN'], data: 'none' },
  },
  {
    ...direct,
    id: 'SUBG-509',
    intent: 'Resolve a draft by its reference, with the statement of a visitor.',
    source: 'own: reference resolvers that skip authorisation',
    shot: () => ({ domain: 'grants', signer: {}, query: ENTITIES, variables: FOREIGN }),
    expect: { status: [200, 401, 403], never: [new RegExp(FOREIGN_DRAFT)] },
    twin: 'a draft of its owner',
  },
  {
    ...direct,
    id: 'SUBG-510',
    severity: 'medium',
    intent: 'Learn from the health page of a subgraph what is inside.',
    source: 'own: health pages',
    shot: past('grants', '/healthz', { method: 'GET', headers: {} }),
    expect: { status: [200], maxBytes: 256, orRefused: true },
  },
];

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
