import type { ActiveCase, Domain, Expectation, HostileCase } from '../case.ts';
import { harmless, rowsOf } from '../expectations.ts';
import { inDatabase } from '../in-database.ts';
import { ask, numbered } from '../shots.ts';
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

/** Subgraphs asked past the gateway, and what the federation itself gets wrong. */
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
    twin: 'the drafts of an agent',
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
  {
    id: 'FED-001',
    category: 'federation',
    severity: 'medium',
    intent: 'Get a title for an identifier, silently, by an alias that is the name of the key.',
    source: 'apollographql/federation, issue 3036',
    shot: ask(
      '{ laureates(first: 1, filter: { editions: [3] }) { nodes { id: applicantName organization { isLaureate } } } }',
    ),
    expect: harmless({
      holds: (answer) =>
        answer.status === 200 && rowsOf(answer, 'laureates').some(({ id }) => String(id).startsWith('APP:'))
          ? 'the alias holds the identifier, not what was asked'
          : null,
    }),
    twin: 'an entity across subgraphs',
  },
  {
    id: 'FED-002',
    category: 'federation',
    severity: 'medium',
    intent: 'Get a value for a type name, or the other way round.',
    source: 'apollographql/federation, issue 3036',
    shot: ask('{ laureates(first: 1) { nodes { __typename: applicantName organization { isLaureate } } } }'),
    expect: harmless({
      holds: (answer) =>
        answer.status === 200 &&
        rowsOf(answer, 'laureates').some(({ __typename }) => __typename === 'Application')
          ? 'the alias holds the type name, not what was asked'
          : null,
    }),
    twin: 'an entity across subgraphs',
  },
  {
    id: 'FED-501',
    category: 'federation',
    severity: 'medium',
    intent: 'Get the name of a structure for that of its territory, by an alias equal to another field.',
    source: 'own: any field that the plan fetches for itself',
    shot: ask('{ laureates(first: 1) { nodes { organization { name: id id: name isLaureate } } } }'),
    expect: harmless({
      holds: ({ status, text }) =>
        status === 200 && !/"name":"ORG:[^"]+","id":"(?!ORG:)/.test(text) ? 'the aliases are mixed up' : null,
    }),
    twin: 'an entity across subgraphs',
  },
  {
    id: 'FED-502',
    category: 'federation',
    severity: 'low',
    intent: 'Take a name that the planner uses for itself.',
    source: 'own: aliases that begin with two underscores',
    shot: ask('{ __entities: calls { edition } _entities: calls { edition } }'),
    expect: harmless({
      holds: ({ status, text }) =>
        status === 200 && !/"_entities":\[\{"edition":\d/.test(text) ? 'an alias lost its value' : null,
    }),
    twin: 'a short document',
  },
  {
    id: 'FED-004',
    category: 'federation',
    severity: 'high',
    intent: 'Blow the query plan up by the same entity in nine aliases and their fragments.',
    source: 'CVE-2024-43414',
    shot: ask(
      `{ ${numbered(9, 'a#: laureates(first: 1) { nodes { id organization { isLaureate seat { siaes(first: 1) { totalCount } } } ... on Application { id organization { isLaureate jointProjects { id } } } } } ')} }`,
    ),
    expect: harmless(),
    twin: 'an entity across subgraphs',
  },
  {
    id: 'FED-503',
    category: 'federation',
    severity: 'medium',
    intent: 'Ask an entity for a type that it is not.',
    source: 'own: fragments on the wrong member of an interface',
    shot: ask(
      '{ node(id: "COM:92050") { ... on Application { title requested { cents } } ... on Need { title } } }',
    ),
    expect: { status: [200, 400], data: 'none' },
    twin: 'a node by its id',
  },
  {
    id: 'FED-005',
    category: 'federation',
    severity: 'medium',
    intent: 'Use the outage of one domain to take the others away, or to see inside.',
    source: 'partial results of federated graphs',
    shot: ask('{ laureates(first: 1) { nodes { id } } events(first: 1) { nodes { id } } }'),
    during: (world) => withoutTables(world, 'events'),
    expect: {
      status: [200],
      codes: ['SUBGRAPH_UNAVAILABLE', 'INTERNAL_SERVER_ERROR'],
      // What the shapes of the graph do to a list that is not nullable is no leak.
      never: [/events_away/, /relation/],
    },
    twin: 'a list of one',
  },
  {
    id: 'DOS-046',
    category: 'slow',
    severity: 'high',
    intent: 'Wait for a domain that hangs, and hold the door open meanwhile.',
    source: 'OWASP GraphQL Cheat Sheet, timeouts; Apollo Router, 30 seconds',
    shot: ask('{ calls { edition } laureates(first: 1) { nodes { id } } }'),
    during: (world) => lockedTable(world, 'grants.application'),
    expect: {
      status: [200, 503, 504],
      codes: ['SUBGRAPH_UNAVAILABLE', 'OVERLOADED', 'INTERNAL_SERVER_ERROR'],
      holds: ({ milliseconds }) => (milliseconds > 9_000 ? 'nobody gave up' : null),
    },
    twin: 'a list of one',
  },
];

/** The tables of a domain are elsewhere for a while. */
async function withoutTables(world: World, schema: string): Promise<() => Promise<void>> {
  const rename = (from: string, to: string) =>
    inDatabase(world.databaseUrl, async (client) => {
      await client.query(`ALTER SCHEMA ${from} RENAME TO ${to}`);
    });
  await rename(schema, `${schema}_away`);
  return () => rename(`${schema}_away`, schema);
}

/** Somebody holds a table and does not let go. */
async function lockedTable(world: World, table: string): Promise<() => Promise<void>> {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let locked = (): void => {};
  const begun = new Promise<void>((resolve) => {
    locked = resolve;
  });
  const whole = inDatabase(world.databaseUrl, async (client) => {
    await client.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
    locked();
    await held;
    await client.query('ROLLBACK');
  });
  await Promise.race([begun, whole]);
  return () => {
    release();
    return whole;
  };
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
