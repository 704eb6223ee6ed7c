import { clockSetTo, VISITOR, type Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { AGENT, APPLICANT, JUROR } from '../testing/viewers.fixture.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await loadedGrants({ clock: clockSetTo('2026-07-15') });
});
afterAll(() => graph.stop());

const SHOWN = 'support { id since until partner { id } call { edition } }';
const REFUSAL = '... on UserError { code } ... on ValidationError { problems { code path } }';
type Outcome = { __typename: string; support: { id: string } };
async function run(
  name: 'recordSupport' | 'endSupport',
  input: object,
  viewer: Viewer = AGENT,
): Promise<Outcome> {
  const type = name === 'recordSupport' ? 'RecordSupport' : 'EndSupport';
  const { data, errors } = await graph
    .as(viewer)
    .run(
      `mutation ($input: ${type}Input!) { outcome: ${name}(input: $input) { __typename ... on ${type}Success { ${SHOWN} } ${REFUSAL} } }`,
      { input },
    );
  return (errors ?? data?.['outcome']) as Outcome;
}
const FOLLOWED = {
  ...{
    organizationId: 'ORG:bicyclaide',
    partnerId: 'ORG:france-active-metropole',
    edition: 3,
    since: '2026-01-10',
  },
  idempotencyKey: 'record',
};

test('a partner follows a structure once at a time, from a day to another; anybody reads it', async () => {
  const recorded = await run('recordSupport', FOLLOWED);
  expect(recorded).toMatchObject({
    __typename: 'RecordSupportSuccess',
    support: {
      since: '2026-01-10',
      until: null,
      partner: { id: 'ORG:france-active-metropole' },
      call: { edition: 3 },
    },
  });
  expect(await run('recordSupport', FOLLOWED)).toEqual(recorded);
  const together = await Promise.all(
    ['a', 'b', 'c', 'd'].map((idempotencyKey) =>
      run('recordSupport', { ...FOLLOWED, partnerId: 'ORG:positiv-incuba-school', idempotencyKey }),
    ),
  );
  expect(together.filter(({ __typename }) => __typename === 'RecordSupportSuccess')).toHaveLength(1);
  const { id } = recorded.support;
  expect(await run('endSupport', { id, until: '2026-01-09', idempotencyKey: 'early' })).toMatchObject({
    problems: [{ code: 'PERIOD_REVERSED', path: ['until'] }],
  });
  await run('endSupport', { id, until: '2026-07-01', idempotencyKey: 'end' });
  expect(await run('endSupport', { id, until: '2026-07-01', idempotencyKey: 'twice' })).toMatchObject({
    code: 'ALREADY_ENDED',
  });
  const { data } = await graph.run(
    `{ _entities(representations: [{ __typename: "Organization", id: "ORG:bicyclaide" }]) {
       ... on Organization { supports { since until partner { id } } } } }`,
  );
  expect(data?.['_entities']).toEqual([
    {
      supports: expect.arrayContaining([
        { since: '2026-01-10', until: '2026-07-01', partner: { id: 'ORG:france-active-metropole' } },
        { since: '2026-01-10', until: null, partner: { id: 'ORG:positiv-incuba-school' } },
      ]),
    },
  ]);
});

test('what is wrong is told at once, and agents alone write', async () => {
  const wrong = {
    ...FOLLOWED,
    organizationId: 'x',
    partnerId: 'x',
    since: '2026-07-16',
    idempotencyKey: 'wrong',
  };
  expect(await run('recordSupport', wrong)).toMatchObject({
    problems: [
      { code: 'NOT_A_STRUCTURE', path: ['organizationId'] },
      { code: 'NOT_A_STRUCTURE', path: ['partnerId'] },
      { code: 'SUPPORTS_ITSELF', path: ['partnerId'] },
      { code: 'SINCE_IN_FUTURE', path: ['since'] },
    ],
  });
  expect(await run('recordSupport', { ...FOLLOWED, edition: 9 })).toMatchObject({
    __typename: 'ConflictError',
  });
  expect(await run('recordSupport', { ...FOLLOWED, edition: 9, idempotencyKey: 'n' })).toMatchObject({
    code: 'CALL_NOT_FOUND',
  });
  for (const viewer of [VISITOR, APPLICANT, JUROR]) {
    expect(await run('recordSupport', FOLLOWED, viewer)).toMatchObject({ __typename: 'PermissionError' });
  }
});
