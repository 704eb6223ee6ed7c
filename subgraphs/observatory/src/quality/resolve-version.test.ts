import { VISITOR, type Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anObservatory } from '../observatory.fixture.ts';

const AGENT: Viewer = { ...VISITOR, kind: 'person', subject: 'PERSON:agent', roles: ['agent'] };

let graph: TestSubgraph;
let ids: string[];
beforeAll(async () => {
  graph = await anObservatory();
  const { data } = await graph.as(AGENT).run('{ qualityFindings(first: 2) { nodes { id } } }');
  ids = (data as { qualityFindings: { nodes: { id: string }[] } }).qualityFindings.nodes.map(({ id }) => id);
});
afterAll(() => graph.stop());

let attempts = 0;
async function decide(id: string | undefined, expectedVersion: number | null): Promise<unknown> {
  attempts += 1;
  const { data, errors } = await graph.as(AGENT).run(
    `mutation ($input: ResolveQualityFindingInput!) { resolveQualityFinding(input: $input) {
      __typename
      ... on ResolveQualityFindingSuccess { finding { version } }
      ... on ConflictError { currentVersion } } }`,
    { input: { id, resolution: 'ACCEPTED', idempotencyKey: `v${attempts}`, expectedVersion } },
  );
  expect(errors).toBeUndefined();
  return data?.['resolveQualityFinding'];
}

const resolved = (version: number) => ({ __typename: 'ResolveQualityFindingSuccess', finding: { version } });
const conflict = (currentVersion: number) => ({ __typename: 'ConflictError', currentVersion });

test('nobody replaces a decision that they did not read; without a version, the last one holds', async () => {
  const [id] = ids;
  expect([await decide(id, 1), await decide(id, 1), await decide(id, 2), await decide(id, null)]).toEqual([
    resolved(2),
    conflict(2),
    resolved(3),
    resolved(4),
  ]);
});

test('of two who decide at once on what nobody decided, one is told', async () => {
  const both = await Promise.all([decide(ids[1], 1), decide(ids[1], 1)]);
  expect(both.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))).toEqual([
    conflict(2),
    resolved(2),
  ]);
});
