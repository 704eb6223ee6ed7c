import type { ActiveCase, HostileCase } from '../case.ts';
import { refusedViewer, refusedWrite } from '../expectations.ts';
import { ask, askUnder, askWith, numbered } from '../shots.ts';
import { FOREIGN_DRAFT } from '../world.ts';

const PROTECTED = '{ applications(first: 1) { nodes { id } } }';
const DRAFT = new RegExp(FOREIGN_DRAFT);

/** Headers by which other servers believe who asks. */
const SPOOFED: readonly (readonly [id: string, name: string, value: string])[] = [
  ['AUTHZ-100', 'x-identity', 'eyJzdWIiOiI5OSIsInJvbGUiOiJhZ2VudCJ9'],
  ['AUTHZ-101', 'x-user-id', '99'],
  ['AUTHZ-103', 'x-subgraph-secret', 'guess'],
  ['AUTHZ-104', 'x-forwarded-user', 'agent@hauts-de-seine.exemple'],
  ['AUTHZ-105', 'x-internal', 'true'],
  ['AUTHZ-107', 'x-forwarded-for', '127.0.0.1'],
  ['AUTHZ-108', 'x-hasura-role', 'admin'],
  [
    'AUTHZ-501',
    'x-graphess-statement',
    'eyJhbGciOiJub25lIn0.eyJraW5kIjoicGVyc29uIiwicm9sZXMiOlsiYWdlbnQiXX0.',
  ],
  ['AUTHZ-502', 'x-roles', 'agent,admin'],
  ['AUTHZ-503', 'forwarded', 'for=127.0.0.1;by=gateway;host=internal'],
  ['AUTHZ-504', 'x-original-url', '/admin'],
  ['AUTHZ-505', 'x-request-id', 'a","roles":["admin"],"x":"'],
];

const idor = { category: 'idor', severity: 'high', twin: 'a draft of its owner' } as const;

/** What somebody may who is who they say: objects of others, functions of others, and ways around. */
export const authorisation: readonly HostileCase[] = [
  {
    ...idor,
    id: 'AUTHZ-002',
    intent: 'Try ten identifiers in one request and keep what answers.',
    source: 'OWASP GraphQL Cheat Sheet, enumeration by batches',
    shot: (world) =>
      ask(
        `{ ${[world.drafts.foreign, ...Array.from({ length: 9 }, (_, n) => `APP:4-${n}`)]
          .map((id, n) => `a${n}: application(id: "${id}") { id title }`)
          .join(' ')} }`,
      )(world),
    expect: {
      status: [200, 400, 403],
      never: [DRAFT],
      holds: ({ body }) =>
        Object.values(body?.data ?? {}).filter((each) => each !== null).length === 0
          ? null
          : 'something was found',
    },
  },
  {
    ...idor,
    id: 'AUTHZ-003',
    intent: 'Reach a sensitive field of somebody else’s file by the edge that leads to it.',
    source: 'OWASP GraphQL Cheat Sheet, access control on edges and nodes',
    shot: ask(
      '{ organization(id: "ORG:espaces") { name applications(states: [DRAFT]) { title requested { cents } history { at } scorecard { criteria { mean } } } } }',
    ),
    expect: { status: [200, 400, 403], never: [DRAFT, /1234500/] },
  },
  ...(
    [
      ['AUTHZ-510', 'application', 'query ($id: ID!) { application(id: $id) { title state } }'],
      ['AUTHZ-511', 'node', 'query ($id: ID!) { node(id: $id) { ... on Application { title state } } }'],
      [
        'AUTHZ-512',
        'node, asked nothing but its type',
        'query ($id: ID!) { node(id: $id) { id __typename ... on Application { summary } } }',
      ],
    ] as const
  ).map(
    ([id, path, query]): ActiveCase => ({
      ...idor,
      id,
      intent: `Read somebody else’s draft by ${path}.`,
      source: 'own: every path to an object asks the same question',
      shot: askWith(query, (world) => ({ id: world.drafts.foreign })),
      expect: { status: [200, 401, 403], never: [DRAFT, /"DRAFT"/] },
    }),
  ),
  {
    ...idor,
    id: 'AUTHZ-513',
    intent: 'Find somebody else’s draft by searching its words.',
    source: 'own: search as an oracle',
    shot: ask(
      'query ($s: String) { laureates(filter: { search: $s }) { totalCount nodes { title } facets { editions { count } } } }',
      { s: FOREIGN_DRAFT },
    ),
    expect: {
      status: [200],
      never: [DRAFT],
      holds: ({ text }) => (/"totalCount":0/.test(text) ? null : 'the total counts it'),
    },
    twin: 'a search',
  },
  {
    ...idor,
    id: 'AUTHZ-514',
    intent: 'See from a count that somebody else has a draft.',
    source: 'own: aggregates as an oracle',
    shot: ask(
      '{ currentCall { counts { applications eligible shortlisted } } organization(id: "ORG:espaces") { applications { state } } }',
    ),
    expect: { status: [200], never: [/"DRAFT"/, DRAFT] },
    twin: 'a short document',
  },
  {
    ...idor,
    id: 'AUTHZ-515',
    intent: 'Read the draft as a partner whose key reads statistics.',
    source: 'own: scopes of keys',
    shot: (world) =>
      askUnder(
        { 'x-api-key': world.keys.statistics },
        `{ application(id: "${world.drafts.foreign}") { title } }`,
        'nobody',
      )(world),
    expect: { status: [200, 401, 403], data: 'none', never: [DRAFT] },
  },
  {
    ...idor,
    id: 'AUTHZ-516',
    intent: 'Read scores and deliberations as somebody who does not sit in the jury.',
    source: 'own: the states of a jury are secret',
    shot: ask('{ laureates(first: 5) { nodes { scorecard { criteria { mean } } history { by } } } }'),
    expect: { status: [200, 400], holds: ({ text }) => (/"mean":/.test(text) ? 'a score came back' : null) },
    twin: 'a list of one',
  },
  {
    category: 'function',
    severity: 'high',
    id: 'AUTHZ-004',
    intent: 'Use a function of administrators as an applicant.',
    source: 'ASVS 5.0, 8.2.1; OWASP API Security, broken function level authorisation',
    shot: ask('mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { __typename } }', {
      input: { idempotencyKey: 'authz-4', partner: 'Moi-même', scopes: ['bi:read'] },
    }),
    expect: refusedWrite({ status: [200, 401, 403] }),
    twin: 'the keys of an administrator',
  },
  ...(
    [
      ['AUTHZ-520', 'agent', 'list the keys', '{ apiKeys(first: 5) { nodes { id partner } } }'],
      ['AUTHZ-521', 'applicant', 'list all applications', PROTECTED],
      ['AUTHZ-522', 'juror', 'list the keys', '{ apiKeys(first: 5) { nodes { id partner } } }'],
      [
        'AUTHZ-523',
        'partner',
        'list all applications',
        '{ applications(first: 5, states: [DRAFT]) { totalCount nodes { title } } }',
      ],
      ['AUTHZ-524', 'buyer', 'count all applications', '{ applications { totalCount } }'],
    ] as const
  ).map(
    ([id, as, what, query]): ActiveCase => ({
      id,
      category: 'function',
      severity: 'high',
      intent: `As ${as}, ${what}.`,
      source: 'own: functions by role',
      shot: ask(query, undefined, as),
      expect: refusedViewer({ never: [DRAFT] }),
      twin: query.includes('apiKeys') ? 'the keys of an administrator' : 'the list of an agent',
    }),
  ),
  {
    id: 'AUTHZ-530',
    category: 'function',
    severity: 'medium',
    intent: 'Hide a forbidden field behind ten allowed ones and a directive.',
    source: 'own: authorisation by looking at the first field',
    shot: ask(
      `{ ${numbered(8, 'a#: call(edition: 1) { title } ')} ...Hidden } fragment Hidden on Query { x: applications @skip(if: false) { totalCount } }`,
    ),
    expect: {
      status: [200, 401, 403],
      holds: ({ text }) => (/"x":\{"totalCount"/.test(text) ? 'it was counted' : null),
    },
    twin: 'the list of an agent',
  },
  ...SPOOFED.map(
    ([id, name, value]): ActiveCase => ({
      id,
      category: 'header-spoof',
      severity: 'high',
      intent: `Be somebody by the header ${name}, as a visitor.`,
      source: 'ASVS 5.0, 4.1.3: headers set by intermediaries cannot be overridden',
      shot: askUnder({ [name]: value }, PROTECTED, 'nobody'),
      expect: refusedViewer(),
      twin: 'the list of an agent',
    }),
  ),
  ...SPOOFED.map(
    ([id, name, value]): ActiveCase => ({
      id: id.replace('AUTHZ-', 'AUTHZ-6'),
      category: 'header-spoof',
      severity: 'high',
      intent: `Be more than one is by the header ${name}, as an applicant.`,
      source: 'own: the same, past the door',
      shot: askUnder({ [name]: value }, PROTECTED),
      expect: refusedViewer({ codes: ['FORBIDDEN'] }),
      twin: 'the list of an agent',
    }),
  ),
  {
    id: 'AUTHZ-540',
    category: 'function',
    severity: 'medium',
    intent: 'Have a list of forbidden things counted by what it costs to refuse it.',
    source: 'own: cost as an oracle',
    shot: ask('{ applications(first: 100) { totalCount nodes { id title } } }'),
    expect: refusedViewer(),
    twin: 'the list of an agent',
  },
];
