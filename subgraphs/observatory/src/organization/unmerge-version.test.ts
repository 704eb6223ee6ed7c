import { VISITOR, type Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anObservatory } from '../observatory.fixture.ts';

const AGENT: Viewer = { ...VISITOR, kind: 'person', subject: 'PERSON:agent', roles: ['agent'] };

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await anObservatory();
});
afterAll(() => graph.stop());

let attempts = 0;
async function act(name: 'merge' | 'unmerge', input: Record<string, unknown>): Promise<unknown> {
  attempts += 1;
  const field = `${name}Organizations`;
  const { data, errors } = await graph.as(AGENT).run(
    `mutation ($input: ${name === 'merge' ? 'Merge' : 'Unmerge'}OrganizationsInput!) { ${field}(input: $input) {
      __typename ... on ConflictError { path currentVersion } } }`,
    { input: { reason: 'Deux graphies', idempotencyKey: `v${attempts}`, ...input } },
  );
  expect(errors).toBeUndefined();
  return data?.[field];
}

test('nobody separates a record from one that changed since it was read', async () => {
  await act('merge', { keep: 'ORG:cress-idf', merge: 'ORG:les-cigales' });
  const { data } = await graph.run('{ organization(id: "ORG:les-cigales") { version } }');
  expect(data).toEqual({ organization: { version: 2 } });
  await act('merge', { keep: 'ORG:cress-idf', merge: 'ORG:reprise' });
  const unmerge = { organization: 'ORG:les-cigales' };
  expect([
    await act('unmerge', { ...unmerge, expectedVersion: 2 }),
    await act('unmerge', { ...unmerge, expectedVersion: 3 }),
  ]).toEqual([
    { __typename: 'ConflictError', path: ['expectedVersion'], currentVersion: 3 },
    { __typename: 'UnmergeOrganizationsSuccess' },
  ]);
});
