import type { HostileCase } from '../case.ts';
import { nothingThere, refusedDocument } from '../expectations.ts';
import { ask, askUnder, get, graphUrl } from '../shots.ts';

const introspection = { category: 'introspection', twin: 'a short document' } as const;
const discovery = { category: 'discovery', severity: 'low', twin: 'a short document' } as const;

/** Addresses that scanners try on every server. */
const SCANNED: readonly (readonly [id: string, path: string])[] = [
  ['INFO-101', '/playground'],
  ['INFO-102', '/altair'],
  ['INFO-104', '/console'],
  ['INFO-107', '/.git/config'],
  ['INFO-108', '/package.json'],
  ['INFO-111', '/swagger.json'],
  ['INFO-112', '/actuator/env'],
  ['INFO-520', '/.env'],
  ['INFO-521', '/graphiql'],
  ['INFO-522', '/schema.graphql'],
  ['INFO-523', '/metrics'],
  ['INFO-524', '/server-status'],
  ['INFO-525', '/node_modules/graphql/package.json'],
  ['INFO-526', '/data/92/organizations.json'],
  ['INFO-527', '/oidc/.well-known/openid-configuration'],
];

/** What the server tells of itself: its schema, its tools, its faults. */
export const disclosure: readonly HostileCase[] = [
  {
    ...introspection,
    id: 'INFO-001',
    severity: 'high',
    intent: 'List every type and field by introspection.',
    source: 'graphql-cop, introspection check; OWASP GraphQL Cheat Sheet; ASVS 5.0, 4.3.2',
    shot: ask('query cop { __schema { types { name fields { name } } } }'),
    expect: refusedDocument(),
  },
  {
    ...introspection,
    id: 'INFO-002',
    severity: 'medium',
    intent: 'Read one type at a time when the whole schema is refused.',
    source: 'OWASP GraphQL Cheat Sheet',
    shot: ask('{ __type(name: "Query") { name fields { name } } }'),
    expect: refusedDocument(),
  },
  {
    ...introspection,
    id: 'INFO-006',
    severity: 'medium',
    intent: 'Introspect by GET, where a firewall looks at bodies only.',
    source: 'known bypass of cloud firewalls',
    shot: get(graphUrl({ query: '{__schema{types{name}}}' }), { 'apollo-require-preflight': '1' }),
    expect: { status: [400, 401, 403, 405], data: 'none' },
    twin: 'a query by GET',
  },
  {
    ...introspection,
    id: 'INFO-007',
    severity: 'high',
    intent: 'Drown the server in an introspection that goes round from types to fields and back.',
    source: 'graphql-cop, circular introspection check',
    shot: ask(
      '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
    ),
    expect: refusedDocument(),
  },
  {
    ...introspection,
    id: 'INFO-501',
    severity: 'medium',
    intent: 'Hide introspection under an alias, inside a fragment.',
    source: 'own: a filter of text would miss it',
    shot: ask('{ ...F } fragment F on Query { calls { edition } x: __schema { queryType { name } } }'),
    expect: refusedDocument(),
  },
  {
    ...introspection,
    id: 'INFO-502',
    severity: 'high',
    intent: 'Read the SDL of the composed graph through the field of federation.',
    source: 'Apollo Federation subgraph specification; own',
    shot: ask('{ _service { sdl } }'),
    expect: refusedDocument({ never: [/type Query/, /@key/] }),
  },
  {
    ...introspection,
    id: 'INFO-503',
    severity: 'high',
    intent: 'Resolve any entity from the outside by the field of federation.',
    source: 'Apollo Federation subgraph specification; own',
    shot: ask('query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }', {
      r: [{ __typename: 'Application', id: 'APP:hostile-foreign-draft' }],
    }),
    expect: refusedDocument(),
  },
  {
    id: 'INFO-010',
    category: 'federation',
    severity: 'high',
    intent: 'Ask for what only subgraphs and tables know of a laureate.',
    source: 'Apollo, securing a federated graph',
    shot: ask('{ laureates(first: 1) { nodes { organizationId sourceIds folded } } }'),
    expect: refusedDocument(),
    twin: 'a list of one',
  },
  {
    ...discovery,
    id: 'INFO-018',
    severity: 'medium',
    intent: 'Find a page for developers at the root.',
    source: 'graphql-cop, GraphiQL check',
    shot: get('/', { accept: 'text/html' }),
    expect: { status: [400, 404, 405], never: [/sandbox/i, /graphiql/i, /playground/i, /apollo/i] },
  },
  {
    ...discovery,
    id: 'INFO-019',
    severity: 'medium',
    intent: 'Find a page for developers where the graph answers.',
    source: 'graphql-cop, GraphiQL check',
    shot: get('/graphql', { accept: 'text/html' }),
    expect: { status: [400, 404, 405], never: [/sandbox/i, /graphiql/i, /playground/i] },
  },
  ...SCANNED.map(
    ([id, path]): HostileCase => ({
      ...discovery,
      id,
      intent: `Find something at ${path}, where scanners look.`,
      source:
        Number(id.slice(5)) < 500
          ? 'InQL and graphw00f, lists of addresses'
          : 'own: addresses of our own house',
      shot: get(path),
      expect: nothingThere(),
    }),
  ),
  {
    id: 'INFO-020',
    category: 'trace',
    severity: 'medium',
    intent: 'Switch traces on by headers, to time what is inside.',
    source: 'graphql-cop, trace mode check',
    shot: askUnder(
      { 'apollo-federation-include-trace': 'ftv1', 'x-apollo-tracing': '1' },
      '{ laureates(first: 1) { nodes { id } } }',
    ),
    expect: { status: [200], data: 'some', never: [/ftv1/, /tracing/] },
    twin: 'a list of one',
  },
  {
    id: 'INFO-021',
    category: 'errors',
    severity: 'medium',
    intent: 'Provoke an unhandled fault by what is no document.',
    source: 'graphql-cop, unhandled error check',
    shot: ask('qwerty cop { abc }'),
    expect: refusedDocument(),
    twin: 'a short document',
  },
  {
    id: 'INFO-023',
    category: 'headers',
    severity: 'medium',
    intent: 'Profit from headers that are missing or that tell what runs.',
    source: 'helmet; ASVS 5.0, 3.4',
    shot: ask('{ __typename }'),
    expect: {
      status: [200],
      data: 'some',
      withoutHeaders: ['x-powered-by', 'server'],
      headers: {
        'x-content-type-options': /^nosniff$/,
        'cache-control': /no-store/,
        'content-type': /^application\/(json|graphql-response\+json)/,
      },
    },
    twin: 'a short document',
  },
  {
    id: 'INFO-530',
    category: 'headers',
    severity: 'medium',
    intent: 'Put the graph in a frame, or have its JSON run as a page.',
    source: 'own: Content-Security-Policy of an API',
    shot: ask('{ calls { edition } }'),
    expect: {
      status: [200],
      data: 'some',
      headers: {
        'content-security-policy': /frame-ancestors 'none'/,
        'strict-transport-security': /max-age=\d{7,}/,
      },
    },
    twin: 'a short document',
  },
  {
    id: 'INFO-531',
    category: 'errors',
    severity: 'low',
    intent: 'Learn from the health pages what runs and where.',
    source: 'own: readiness is for the platform’s keepers',
    shot: get('/readyz'),
    expect: { status: [200], never: [/postgres/i, /SELECT/, /127\.0\.0\.1/] },
    twin: 'a short document',
  },
];
