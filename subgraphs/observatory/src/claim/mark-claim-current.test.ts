import { VISITOR, type Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadFacts } from '../load-facts.ts';
import { anObservatory, FACT_SETTINGS } from '../observatory.fixture.ts';

const ADMIN: Viewer = { ...VISITOR, kind: 'person', subject: 'PERSON:admin', roles: ['admin'] };

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await anObservatory();
});
afterAll(() => graph.stop());

const ORG_SITE = 'https://www.cressidf.org/';
const FR_SITE = 'https://www.cressidf.fr';
const sites = async (): Promise<{ id: string; statement: string; current: boolean }[]> => {
  const { data } = await graph.run(
    '{ organization(id: "ORG:cress-idf") { claims { id field statement current } } }',
  );
  const organization = data?.organization as {
    claims: { id: string; field: string; statement: string; current: boolean }[];
  };
  return organization.claims.flatMap(({ field, ...claim }) => (field === 'website' ? [claim] : []));
};
const idOf = async (statement: string) => (await sites()).find((each) => each.statement === statement)?.id;
const held = async () => (await sites()).map(({ statement, current }) => [statement, current]);

let attempts = 0;
const mark = async (input: Record<string, unknown>, viewer = ADMIN): Promise<unknown> => {
  attempts += 1;
  const { data, errors } = await graph.as(viewer).run(
    `mutation ($input: MarkClaimCurrentInput!) { markClaimCurrent(input: $input) {
      __typename
      ... on MarkClaimCurrentSuccess { claim { statement current } }
      ... on UserError { code }
      ... on ConflictError { currentVersion }
      ... on ValidationError { problems { code } }
    } }`,
    { input: { reason: 'Le site a changé', idempotencyKey: `k${attempts}`, ...input } },
  );
  expect(errors).toBeUndefined();
  return data?.markClaimCurrent;
};
const reload = () => loadFacts(graph.db, { ...FACT_SETTINGS, thorough: true });

test('what people hold stays held when the files are loaded again, and the other stays in the ledger', async () => {
  expect(await held()).toEqual([
    [ORG_SITE, true],
    [FR_SITE, false],
  ]);
  expect(await mark({ id: await idOf(FR_SITE) })).toEqual({
    __typename: 'MarkClaimCurrentSuccess',
    claim: { statement: FR_SITE, current: true },
  });
  const reports = await reload();
  expect(reports.filter(({ inserted, changed }) => inserted + changed > 0)).toEqual([]);
  expect(await held()).toEqual([
    [FR_SITE, true],
    [ORG_SITE, false],
  ]);
});

test('without the decision, a load says what the files say', async () => {
  await graph.db.query('DELETE FROM claim_decision');
  await reload();
  expect(await held()).toEqual([
    [ORG_SITE, true],
    [FR_SITE, false],
  ]);
});

test('a decision goes with its claim, and the files hold another', async () => {
  await mark({ id: await idOf(FR_SITE) });
  await graph.db.query('DELETE FROM claim WHERE statement = $1', [FR_SITE]);
  await reload();
  expect(await held()).toEqual([
    [ORG_SITE, true],
    [FR_SITE, false],
  ]);
});

test('refusals: unknown, of another domain, without a reason', async () => {
  await graph.db.query(
    `INSERT INTO claim SELECT 'CLAIM:other', 'grants', 'CALL:3', 'themes', 'x', false, source_id FROM claim LIMIT 1`,
  );
  expect([
    await mark({ id: 'CLAIM:nobody' }),
    await mark({ id: 'CLAIM:other' }),
    await mark({ id: 'CLAIM:other', reason: '' }),
    await mark({ id: 'CLAIM:other' }, { ...ADMIN, roles: ['producer'] }),
  ]).toEqual([
    { __typename: 'NotFoundError', code: 'NOT_FOUND' },
    { __typename: 'ConflictError', code: 'CONFLICT', currentVersion: null },
    { __typename: 'ValidationError', code: 'VALIDATION', problems: [{ code: 'REASON_LENGTH' }] },
    { __typename: 'PermissionError', code: 'PERMISSION' },
  ]);
  await graph.db.query(`DELETE FROM claim WHERE id = 'CLAIM:other'`);
});

test('the journal says which claim, and not why', async () => {
  const id = await idOf(FR_SITE);
  await mark({ id, idempotencyKey: 'same' });
  await mark({ id, idempotencyKey: 'same' });
  const rows = await graph.db.query(
    `SELECT target, details FROM journal WHERE action = 'CLAIM_HELD' ORDER BY seq DESC LIMIT 2`,
  );
  expect(rows[0]).toEqual({ target: id, details: { subject: 'ORG:cress-idf', field: 'website' } });
  const [count] = await graph.db.query(`SELECT count(*)::int AS n FROM journal WHERE action = 'CLAIM_HELD'`);
  expect(count).toEqual({ n: 3 });
});

test('nobody replaces a choice that they did not read', async () => {
  const id = await idOf(ORG_SITE);
  const read = async (viewer = ADMIN) =>
    graph.as(viewer).run('query ($id: ID!) { claimVersion(id: $id) }', { id });
  const version = Number((await read()).data?.['claimVersion']);
  const choice = { id, expectedVersion: version };
  expect([await mark(choice), await mark(choice), (await read()).data]).toEqual([
    { __typename: 'MarkClaimCurrentSuccess', claim: { statement: ORG_SITE, current: true } },
    { __typename: 'ConflictError', code: 'CONFLICT', currentVersion: version + 1 },
    { claimVersion: version + 1 },
  ]);
  expect((await read(VISITOR)).errors?.map(({ extensions }) => extensions?.['code'])).toEqual([
    'UNAUTHENTICATED',
  ]);
});
