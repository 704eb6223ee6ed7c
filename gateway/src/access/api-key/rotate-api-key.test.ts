import { type TestSubgraph, testSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { access } from '../access.ts';
import { ADMIN, createKey, journalOf, runAs } from './api-keys.fixture.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(access);
});
afterAll(() => graph.stop());

const ROTATE = `mutation ($input: RotateApiKeyInput!) { rotateApiKey(input: $input) {
  __typename
  ... on RotateApiKeySuccess {
    secret apiKey { id partner scopes networks quotaPerMinute expiresAt }
    former { expiresAt isActive replacedBy { id } }
  }
  ... on UserError { code message path }
} }`;
const REVOKE = `mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) {
  __typename
  ... on RevokeApiKeySuccess { apiKey { id isActive revokedAt } }
  ... on UserError { code message path }
} }`;

let asked = 0;
const rotate = (id: string, more: Record<string, unknown> = {}) => {
  asked += 1;
  return runAs(graph, ADMIN, ROTATE, { idempotencyKey: `rotate-${asked}`, id, ...more }) as Promise<{
    __typename: string;
    secret: string;
    message: string;
    apiKey: { id: string };
  }>;
};
const revoke = (id: string) => {
  asked += 1;
  return runAs(graph, ADMIN, REVOKE, { idempotencyKey: `revoke-${asked}`, id });
};

test('a rotation makes the same key anew, and leaves the former for the overlap', async () => {
  const { apiKey } = await createKey(graph, {
    partner: 'Partenaire',
    networks: ['10.0.0.0/8'],
    quotaPerMinute: 42,
    months: 12,
  });
  const answer = await rotate(apiKey.id);
  const next = answer.apiKey.id;
  expect(answer).toEqual({
    __typename: 'RotateApiKeySuccess',
    secret: expect.stringMatching(/^ess_test_/),
    apiKey: {
      id: expect.stringMatching(/^KEY:/),
      partner: 'Partenaire',
      scopes: ['statistics:read'],
      networks: ['10.0.0.0/8'],
      quotaPerMinute: 42,
      expiresAt: expect.stringMatching(/^2027-03-02T10:00:/),
    },
    former: {
      expiresAt: expect.stringMatching(/^2026-04-01T10:00:/),
      isActive: true,
      replacedBy: { id: next },
    },
  });
  expect((await journalOf(graph, apiKey.id)).map(({ action, details }) => ({ action, details }))).toEqual([
    { action: 'API_KEY_CREATED', details: { scopes: 'statistics:read', months: 12 } },
    { action: 'API_KEY_ROTATED', details: { replacedBy: next, overlapDays: 30 } },
  ]);
});

test('without overlap the former ends at once', async () => {
  const { apiKey } = await createKey(graph);
  expect(await rotate(apiKey.id, { overlapDays: 0 })).toEqual(
    expect.objectContaining({ former: expect.objectContaining({ isActive: false }) }),
  );
});

test('two keys of a family are accepted at once, never three', async () => {
  const { apiKey, ...first } = await createKey(graph);
  const second = await rotate(apiKey.id);
  const refused = await rotate(second.apiKey.id);
  expect(refused.message).toBe(
    `La clé précédente, ${first.secret.slice(0, 15)}…, est encore acceptée jusqu’au 2026-04-01 : révoquez-la d’abord.`,
  );
  await revoke(apiKey.id);
  expect((await rotate(second.apiKey.id)).__typename).toBe('RotateApiKeySuccess');
});

test('a key that was replaced, revoked or never was is not rotated', async () => {
  const { apiKey } = await createKey(graph);
  const ended = await createKey(graph);
  await rotate(apiKey.id);
  await revoke(ended.apiKey.id);
  const refusals = [
    await rotate(apiKey.id),
    await rotate(ended.apiKey.id),
    await rotate('KEY:0000000000000000'),
  ];
  expect(refusals.map(({ __typename, message }) => [__typename, message])).toEqual([
    ['ConflictError', 'Cette clé a déjà été remplacée : remplacez la plus récente.'],
    ['ConflictError', 'Cette clé est révoquée ou expirée : créez-en une nouvelle.'],
    ['NotFoundError', 'Cette clé n’existe pas.'],
  ]);
});

test('of ten rotations at once, one is made', async () => {
  const { apiKey } = await createKey(graph);
  const answers = await Promise.all(Array.from({ length: 10 }, () => rotate(apiKey.id)));
  expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
    ...Array.from({ length: 9 }, () => 'ConflictError'),
    'RotateApiKeySuccess',
  ]);
});

test('a rotation sent again gives the new key without its secret', async () => {
  const { apiKey } = await createKey(graph);
  const input = { idempotencyKey: 'same', id: apiKey.id, overlapDays: 3 };
  const first = await runAs(graph, ADMIN, ROTATE, input);
  expect(await runAs(graph, ADMIN, ROTATE, input)).toEqual({ ...(first as object), secret: null });
});

test.each([-1, 91])('an overlap of %i days is refused', async (overlapDays) => {
  const { apiKey } = await createKey(graph);
  expect((await rotate(apiKey.id, { overlapDays })).message).toBe('Le recouvrement va de 0 à 90 jours.');
});

test('a revocation is final, and revoking again changes nothing', async () => {
  const { apiKey } = await createKey(graph);
  const revoked = {
    __typename: 'RevokeApiKeySuccess',
    apiKey: { id: apiKey.id, isActive: false, revokedAt: expect.stringMatching(/^2026-03-02T10:00:/) },
  };
  const first = await revoke(apiKey.id);
  expect([first, await revoke(apiKey.id)]).toEqual([revoked, first]);
  expect((await journalOf(graph, apiKey.id)).map(({ action }) => action)).toEqual([
    'API_KEY_CREATED',
    'API_KEY_REVOKED',
  ]);
});

test('what is no key, or is none of ours, is not revoked', async () => {
  expect([await revoke('ORG:cress'), await revoke('KEY:0000000000000000')]).toEqual([
    {
      __typename: 'ValidationError',
      code: 'VALIDATION',
      message: 'Un identifiant de clé est attendu : KEY:….',
      path: ['id'],
    },
    { __typename: 'NotFoundError', code: 'NOT_FOUND', message: 'Cette clé n’existe pas.', path: ['id'] },
  ]);
});
