import { createHash } from 'node:crypto';
import type { ActiveCase, HostileCase } from '../case.ts';
import { harmless, refusedRequest, refusedWrite, rowsOf } from '../expectations.ts';
import { TIGHT_QUOTA } from '../keys.ts';
import { SECRET_FIGURE } from '../secret-figure.ts';
import { ask, askUnder, bytes, get, graphUrl } from '../shots.ts';
import { ASKED_CENTS } from '../world.ts';

const CREATE =
  'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { __typename ... on CreateApiKeySuccess { secret apiKey { id } } } }';
const AWARD = 'mutation ($input: AwardApplicationInput!) { awardApplication(input: $input) { __typename } }';
const ORDER = { partner: 'Reprise', scopes: ['statistics:read'] };
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

const byHash = (document: Record<string, unknown>) => bytes(JSON.stringify(document));
const persisted = (sha256Hash: unknown, query?: string, version: unknown = 1) =>
  byHash({
    ...(query === undefined ? {} : { query }),
    extensions: { persistedQuery: { version, sha256Hash } },
  });
const document = { category: 'trusted-document', severity: 'medium', twin: 'a trusted document' } as const;
const NOT_FOUND = refusedRequest({ status: [400, 404], codes: ['PERSISTED_QUERY_NOT_FOUND', 'BAD_REQUEST'] });

type Figures = { indicators: { value: number | null }[] };
const FIGURES = `query ($whole: String!, $period: PeriodInput!) {
  whole: territory(code: $whole) { indicators(codes: ["ESS_JOBS"], period: $period) { value status } }
  parts: territories(within: $whole, level: COMMUNE) {
    code indicators(codes: ["ESS_JOBS"], period: $period) { value status } } }`;

/** Many at once, again and again, and what only a hash designates. */
export const business: readonly HostileCase[] = [
  {
    id: 'STAT-002',
    category: 'statistical-secrecy',
    severity: 'high',
    intent: 'Subtract two published figures, by aliases, to get one that is secret.',
    source: 'Insee, statistical secrecy: differencing',
    shot: ask(FIGURES, {
      whole: SECRET_FIGURE.whole,
      period: { from: SECRET_FIGURE.period, to: SECRET_FIGURE.period },
    }),
    expect: {
      status: [200],
      data: 'some',
      never: [new RegExp(String(SECRET_FIGURE.value))],
      holds: ({ body }) => {
        const { whole, parts } = (body?.data ?? {}) as { whole?: Figures; parts?: Figures[] };
        const values = (parts ?? []).map(({ indicators }) => indicators[0]?.value ?? null);
        const hidden = values.filter((value) => value === null).length;
        if (values.length < 2 || hidden === 0) return `${values.length} parts, ${hidden} of them hidden`;
        const rest = values.reduce<number>(
          (sum, value) => sum - (value ?? 0),
          whole?.indicators[0]?.value ?? 0,
        );
        return hidden === 1 || rest === SECRET_FIGURE.value
          ? 'the secret is the sum less its other parts'
          : null;
      },
    },
    twin: 'a short document',
  },
  {
    id: 'BIZ-001',
    category: 'idempotency',
    severity: 'high',
    intent: 'Have one order done ten times by sending it ten times at once.',
    source: 'Stripe, idempotent requests',
    shot: ask(CREATE, { input: { ...ORDER, idempotencyKey: 'hostile-0001' } }, 'admin'),
    volley: { shots: 10, atOnce: 10 },
    expect: {
      status: [200],
      together: (answers) => {
        const payloads = answers.map(
          ({ body }) =>
            body?.data?.['createApiKey'] as { apiKey?: { id?: string }; secret?: string } | undefined,
        );
        const ids = new Set(payloads.map((each) => each?.apiKey?.id).filter((id) => id !== undefined));
        const secrets = payloads.filter((each) => typeof each?.secret === 'string').length;
        return ids.size === 1 && secrets === 1 ? null : `${ids.size} keys, ${secrets} secrets shown`;
      },
    },
    twin: 'the keys of an administrator',
  },
  {
    id: 'BIZ-003',
    category: 'idempotency',
    severity: 'medium',
    intent: 'Send a key of repetition of three hundred letters.',
    source: 'Stripe: 255 characters at most',
    shot: ask(CREATE, { input: { ...ORDER, idempotencyKey: 'k'.repeat(300) } }, 'admin'),
    expect: refusedWrite(),
    twin: 'the keys of an administrator',
  },
  {
    id: 'BIZ-501',
    category: 'idempotency',
    severity: 'medium',
    intent: 'Send another order under a key of repetition that was used.',
    source: 'own: the same key with another body is a conflict',
    shot: ask(
      CREATE,
      { input: { ...ORDER, partner: 'Autre ordre', idempotencyKey: 'hostile-0001' } },
      'admin',
    ),
    expect: refusedWrite({ never: [/"secret":"/] }),
    twin: 'the keys of an administrator',
  },
  {
    id: 'BIZ-502',
    category: 'idempotency',
    severity: 'medium',
    intent: 'Send an order without a key of repetition.',
    source: 'own: an empty key is none',
    shot: ask(CREATE, { input: { ...ORDER, idempotencyKey: '' } }, 'admin'),
    expect: refusedWrite(),
    twin: 'the keys of an administrator',
  },
  {
    id: 'BIZ-010',
    category: 'concurrency',
    severity: 'high',
    intent: 'Register more people for an event than there are seats.',
    source: 'ASVS 5.0, 2.3.4',
    waitsFor: 'events',
    untilSchemaHas: /^ {2}register\w*\(/m,
  },
  {
    id: 'BIZ-012',
    category: 'concurrency',
    severity: 'high',
    intent: 'Award more money than the envelope holds.',
    source: 'ASVS 5.0, 2.3.3',
    shot: (world, turn) =>
      ask(
        AWARD,
        {
          input: {
            ...{ id: world.awaiting[turn % world.awaiting.length], cents: ASKED_CENTS, terms: 'SINGLE' },
            ...{ expectedVersion: 1, idempotencyKey: `hostile-award-${turn}` },
          },
        },
        'agent',
      )(world),
    volley: { shots: 10, atOnce: 10 },
    expect: {
      status: [200],
      together: (answers) => {
        const given = answers.map(
          ({ body }) => (body?.data?.['awardApplication'] as { __typename?: string } | undefined)?.__typename,
        );
        const count = (type: string) => given.filter((each) => each === type).length;
        return count('DecisionSuccess') === 1 && count('EnvelopeExceededError') === 9
          ? null
          : `${count('DecisionSuccess')} awards, ${count('EnvelopeExceededError')} refusals`;
      },
    },
    twin: 'the list of an agent',
  },
  {
    id: 'RATE-002',
    category: 'rate-limit',
    severity: 'medium',
    intent: 'Escape the quota by claiming another address with each request.',
    source: 'X-Forwarded-For as a source of addresses',
    shot: (world, turn) =>
      askUnder(
        { 'x-api-key': world.keys.tight, 'x-forwarded-for': `10.0.0.${turn % 250}` },
        '{ calls { edition } }',
        'nobody',
      )(world),
    volley: { shots: 60, atOnce: 20 },
    expect: {
      status: [200, 429],
      together: (answers) => {
        const accepted = answers.filter(({ status }) => status === 200).length;
        const refused = answers.filter(({ status }) => status === 429);
        const told = refused.every(({ headers }) => /^\d+$/.test(headers['retry-after'] ?? ''));
        // A volley that straddles two minutes has two quotas.
        if (accepted > 2 * TIGHT_QUOTA) return `${accepted} accepted of a quota of ${TIGHT_QUOTA}`;
        if (refused.length === 0) return 'nobody was refused';
        return told ? null : 'a refusal does not say when to come back';
      },
    },
    twin: 'a key in its header',
  },
  {
    id: 'RATE-501',
    category: 'rate-limit',
    severity: 'low',
    intent: 'Work without knowing how much is left.',
    source: 'own: RateLimit headers, draft-ietf-httpapi-ratelimit-headers',
    shot: ask('{ calls { edition } }'),
    expect: {
      status: [200],
      headers: { 'ratelimit-limit': /^\d+/, 'ratelimit-remaining': /^\d+/, 'ratelimit-reset': /^\d+/ },
    },
    twin: 'a short document',
  },
  {
    id: 'DOS-056',
    category: 'burst',
    severity: 'high',
    intent: 'Send two hundred heavy lists, fifty at a time.',
    source: 'Damn Vulnerable GraphQL Application, resource-intensive queries',
    shot: ask('{ laureates(first: 40) { nodes { id organization { id } } } }'),
    volley: { shots: 200, atOnce: 50 },
    expect: {
      status: [200, 429, 503],
      together: (answers) =>
        answers.some((answer) => answer.status === 200 && rowsOf(answer, 'laureates').length > 0)
          ? null
          : 'nobody was served',
    },
    twin: 'a list of a hundred',
  },
  {
    ...document,
    id: 'DOS-052',
    category: 'apq',
    intent: 'Store a document under the hash of another.',
    source: 'automatic persisted queries, poisoning',
    shot: persisted('b'.repeat(64), '{ __typename }'),
    expect: harmless({
      codes: ['BAD_REQUEST', 'PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED'],
    }),
  },
  {
    ...document,
    id: 'DOC-501',
    intent: 'Fill the store with documents that are sent with their hash.',
    source: 'own: nothing is ever stored',
    shot: (world, turn) => {
      const query = `{ calls { edition } me { kind } } # ${turn}`;
      return bytes(
        JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(query) } } }),
      )(world);
    },
    volley: { shots: 20, atOnce: 5 },
    expect: NOT_FOUND,
  },
  ...(
    [
      ['DOC-502', persisted('0'.repeat(64)), 'the hash of nothing'],
      ['DOC-503', persisted('../../../../etc/passwd'), 'a path for a hash'],
      ['DOC-504', persisted('A'.repeat(64)), 'a hash in capitals'],
      ['DOC-505', persisted('0'.repeat(64), undefined, 99), 'a version that does not exist'],
      ['DOC-506', persisted({ $ne: 1 }), 'an object for a hash'],
      ['DOC-507', byHash({ documentId: '__proto__' }), 'the prototype for a document'],
      [
        'DOC-508',
        byHash({ documentId: `sha256:${'f'.repeat(100_000)}` }),
        'a hash of a hundred thousand digits',
      ],
      ['DOC-509', byHash({ documentId: 7 }), 'a number for a document'],
      [
        'DOC-510',
        byHash({ documentId: ['sha256:x'], query: '{ __typename }' }),
        'a list for a document, and a document',
      ],
      ['DOC-511', byHash({ extensions: { persistedQuery: null } }), 'null for a hash'],
    ] as const
  ).map(
    ([id, shot, what]): ActiveCase => ({
      ...document,
      id,
      intent: `Designate a document by ${what}.`,
      source: 'own: what designates a document is a value too',
      shot,
      expect: NOT_FOUND,
    }),
  ),
  {
    ...document,
    id: 'DOC-512',
    intent: 'Send a document of one’s own as a visitor.',
    source: 'Démarche numérique: without a token, known documents only',
    shot: ask('{ calls { edition title } }', undefined, 'nobody'),
    expect: { status: [400, 401, 403], data: 'none' },
  },
  {
    ...document,
    id: 'DOC-513',
    intent: 'Run a known document with variables that are not for it.',
    source: 'own: trusted text, untrusted values',
    shot: (world) => ({
      ...bytes(
        JSON.stringify({
          documentId: `sha256:${world.trustedHash}`,
          variables: { n: { $gt: 0 }, __proto__: { a: 1 } },
        }),
        {},
        'nobody',
      )(world),
    }),
    expect: harmless(),
  },
  {
    ...document,
    id: 'DOC-514',
    intent: 'Run a hash by GET that is followed by a document.',
    source: 'own: two documents in one address',
    shot: (world) =>
      get(graphUrl({ documentId: `sha256:${world.trustedHash}`, query: '{ applications { totalCount } }' }), {
        'apollo-require-preflight': '1',
      })(world),
    expect: { status: [400, 401, 403], data: 'none' },
  },
];
