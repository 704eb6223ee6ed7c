import { VISITOR, type Viewer } from '@graphess/subgraph-kit';
import { type TestSubgraph, testSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { access } from '../access.ts';
import { ADMIN, createKey, journalOf, OTHER_ADMIN, runAs } from './api-keys.fixture.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(access);
});
afterAll(() => graph.stop());

const CREATE = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) {
  __typename
  ... on CreateApiKeySuccess {
    secret
    apiKey {
      id prefix partner organization { id } scopes networks quotaPerMinute createdAt expiresAt revokedAt lastUsedOn
      isActive replacedBy { id }
    }
  }
  ... on UserError { code message }
  ... on ValidationError { problems { code path } }
} }`;

const plain = (idempotencyKey: string) => ({
  idempotencyKey,
  partner: 'CRESS Île-de-France',
  scopes: ['statistics:read'],
});
const keys = async () => {
  const [row]: { total: number }[] = await graph.db.query('SELECT count(*)::int AS total FROM api_key');
  return row?.total;
};

test('an administrator makes a key, whose secret is nowhere in the database', async () => {
  const answer = (await runAs(graph, ADMIN, CREATE, {
    idempotencyKey: 'first',
    partner: '  CRESS  Île-de-France ',
    scopes: ['statistics:read', 'directory:read'],
    organization: 'ORG:cress-idf',
    networks: ['10.1.2.3/8', '2001:db8::1'],
    months: 6,
    quotaPerMinute: 120,
  })) as { secret: string; apiKey: { id: string } };
  const { secret, apiKey } = answer;
  expect(answer).toEqual({
    __typename: 'CreateApiKeySuccess',
    secret: expect.stringMatching(/^ess_test_[0-9A-Za-z]{36}$/),
    apiKey: {
      id: expect.stringMatching(/^KEY:[0-9a-z]{16}$/),
      prefix: secret.slice(0, 15),
      partner: 'CRESS Île-de-France',
      organization: { id: 'ORG:cress-idf' },
      scopes: ['directory:read', 'statistics:read'],
      networks: ['10.0.0.0/8', '2001:db8::1/128'],
      quotaPerMinute: 120,
      createdAt: expect.stringMatching(/^2026-03-02T10:00:/),
      expiresAt: expect.stringMatching(/^2026-09-02T10:00:/),
      revokedAt: null,
      lastUsedOn: null,
      isActive: true,
      replacedBy: null,
    },
  });
  const stored: { row: string }[] = await graph.db.query(
    `SELECT k::text AS row FROM api_key k UNION ALL SELECT i::text FROM idempotency_key i UNION ALL SELECT j::text FROM journal j`,
  );
  expect([stored.length, stored.filter(({ row }) => row.includes(secret.slice(15)))]).toEqual([3, []]);
  expect(await journalOf(graph, apiKey.id)).toEqual([
    {
      action: 'API_KEY_CREATED',
      actor_kind: 'person',
      actor: 'PERSON:admin-1',
      request_id: 'test-request',
      details: { scopes: 'directory:read statistics:read', months: 6 },
    },
  ]);
});

test('a repetition gives the key again, without its secret', async () => {
  const first = (await runAs(graph, ADMIN, CREATE, plain('again'))) as { apiKey: { id: string } };
  const before = await keys();
  const again = (await runAs(graph, ADMIN, CREATE, plain('again'))) as typeof first;
  expect([again, await keys()]).toEqual([{ ...first, secret: null }, before]);
});

test('the same idempotency key with another body is a conflict, and of another person a new key', async () => {
  await runAs(graph, ADMIN, CREATE, plain('shared'));
  const other = { ...plain('shared'), partner: 'Un autre partenaire' };
  expect([
    await runAs(graph, ADMIN, CREATE, other),
    ((await runAs(graph, OTHER_ADMIN, CREATE, other)) as { __typename: string }).__typename,
  ]).toEqual([
    {
      __typename: 'ConflictError',
      code: 'CONFLICT',
      message: 'Cette clé de reprise a déjà servi à une autre demande.',
    },
    'CreateApiKeySuccess',
  ]);
});

test('twenty requests at once under one idempotency key make one key, and one of them has the secret', async () => {
  const before = (await keys()) ?? 0;
  const answers = (await Promise.all(
    Array.from({ length: 20 }, () => runAs(graph, ADMIN, CREATE, plain('twenty'))),
  )) as { apiKey: { id: string }; secret: string | null }[];
  expect([
    await keys(),
    new Set(answers.map(({ apiKey }) => apiKey.id)).size,
    answers.filter(({ secret }) => secret !== null).length,
  ]).toEqual([before + 1, 1, 1]);
});

test('every problem is told at once, and nothing is made', async () => {
  const before = await keys();
  const answer = await runAs(graph, ADMIN, CREATE, {
    idempotencyKey: ' ',
    partner: 'A\u202eB'.repeat(100),
    scopes: ['statistics:read', 'everything:write'],
    organization: 'COM:92050',
    networks: ['10.0.0.0/0'],
    months: 13,
    quotaPerMinute: 0,
  });
  expect([answer, await keys()]).toEqual([
    {
      __typename: 'ValidationError',
      code: 'VALIDATION',
      message: '8 points sont à corriger.',
      problems: [
        { code: 'IDEMPOTENCY_KEY_MALFORMED', path: ['idempotencyKey'] },
        { code: 'PARTNER_LENGTH', path: ['partner'] },
        { code: 'PARTNER_CHARACTERS', path: ['partner'] },
        { code: 'SCOPE_UNKNOWN', path: ['scopes'] },
        { code: 'ORGANIZATION_MALFORMED', path: ['organization'] },
        { code: 'NETWORK_MALFORMED', path: ['networks'] },
        { code: 'MONTHS_OUT_OF_BOUNDS', path: ['months'] },
        { code: 'QUOTA_OUT_OF_BOUNDS', path: ['quotaPerMinute'] },
      ],
    },
    before,
  ]);
});

test.each([
  ['a name of one letter', { partner: ' A ' }, 'PARTNER_LENGTH'],
  ['a tab inside a name', { partner: 'CRESS\tIDF' }, 'PARTNER_CHARACTERS'],
  ['a zero-width space', { partner: 'CRESS\u200bIDF' }, 'PARTNER_CHARACTERS'],
  ['no scope', { scopes: [] }, 'SCOPES_EMPTY'],
  ['21 networks', { networks: Array.from({ length: 21 }, (_, i) => `10.0.0.${i}`) }, 'NETWORKS_TOO_MANY'],
  ['no month', { months: 0 }, 'MONTHS_OUT_OF_BOUNDS'],
  ['an idempotency key of 256 characters', { idempotencyKey: 'x'.repeat(256) }, 'IDEMPOTENCY_KEY_MALFORMED'],
])('%s is refused', async (_what, input, code) => {
  const answer = await runAs(graph, ADMIN, CREATE, { ...plain('refused'), ...input });
  expect((answer as { problems: { code: string }[] }).problems.map((each) => each.code)).toEqual([code]);
});

test('letters are composed, so that two spellings of one name are one name', async () => {
  const { apiKey } = (await runAs(graph, ADMIN, CREATE, {
    ...plain('composed'),
    partner: 'CRESS I\u0302le-de-France',
  })) as { apiKey: { partner: string } };
  expect(apiKey.partner).toBe('CRESS Île-de-France');
});

const PERSON: Viewer = { ...VISITOR, kind: 'person', subject: 'PERSON:agent-1', roles: ['agent'] };
const KEY: Viewer = { ...VISITOR, kind: 'key', subject: 'KEY:0000000000000000', scopes: ['statistics:read'] };

test.each([
  ['a visitor', VISITOR, 'UNAUTHENTICATED', 'Connectez-vous pour faire cette opération.'],
  ['an agent', PERSON, 'FORBIDDEN', 'Vous n’avez pas le droit de faire cette opération.'],
  ['a key', KEY, 'FORBIDDEN', 'Vous n’avez pas le droit de faire cette opération.'],
])('%s makes no key and sees none', async (_who, viewer, code, message) => {
  const { apiKey } = await createKey(graph);
  const before = await keys();
  const { data } = await graph.as(viewer).run(CREATE, { input: plain('mine') });
  const list = await graph.as(viewer).run('{ apiKeys { totalCount } }');
  const one = await graph.as(viewer).run(`{ apiKey(id: "${apiKey.id}") { partner } }`);
  const codes = [list, one].map(({ errors }) => errors?.map(({ extensions }) => extensions?.['code']));
  expect([data?.['createApiKey'], codes, one.data, await keys()]).toEqual([
    { __typename: 'PermissionError', code: 'PERMISSION', message },
    [[code], [code]],
    { apiKey: null },
    before,
  ]);
});

test('keys are listed from the newest, by partner and by what they are worth now', async () => {
  const names = ['Coopérative Alpha', 'Coopérative Bêta', 'Coopérative Gamma'];
  for (const partner of names) await createKey(graph, { partner });
  await graph.db.query(
    `UPDATE api_key SET revoked_at = '2026-03-02T09:00:00Z' WHERE partner = 'Coopérative Bêta'`,
  );
  const { data } = await graph.as(ADMIN).run(`{
    all: apiKeys(first: 2, filter: { partner: "cooperative" }) {
      totalCount nodes { partner isActive } pageInfo { hasNextPage endCursor }
    }
    active: apiKeys(filter: { partner: "coopérative", active: true }) { nodes { partner } }
    ended: apiKeys(filter: { partner: "coopérative", active: false }) { nodes { partner } }
    nobody: apiKeys(filter: { partner: "%" }) { totalCount }
  }`);
  expect(data).toEqual({
    all: {
      totalCount: 3,
      nodes: [
        { partner: 'Coopérative Gamma', isActive: true },
        { partner: 'Coopérative Bêta', isActive: false },
      ],
      pageInfo: { hasNextPage: true, endCursor: expect.any(String) },
    },
    active: { nodes: [{ partner: 'Coopérative Gamma' }, { partner: 'Coopérative Alpha' }] },
    ended: { nodes: [{ partner: 'Coopérative Bêta' }] },
    nobody: { totalCount: 0 },
  });
  const all = data?.['all'] as { pageInfo: { endCursor: string } } | undefined;
  const after = all?.pageInfo.endCursor;
  const rest = await graph
    .as(ADMIN)
    .run(
      `query ($after: String) { apiKeys(after: $after, filter: { partner: "cooperative" }) { nodes { partner } } }`,
      { after },
    );
  expect(rest.data).toEqual({ apiKeys: { nodes: [{ partner: 'Coopérative Alpha' }] } });
});

test.each(['KEY:1', 'ORG:cress', '', 'ess_test_abc'])('« %s » is not the id of a key', async (id) => {
  const { errors } = await graph.as(ADMIN).run('query ($id: ID!) { apiKey(id: $id) { id } }', { id });
  expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['BAD_USER_INPUT']);
});
