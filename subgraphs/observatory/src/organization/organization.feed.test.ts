import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anObservatory } from '../observatory.fixture.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await anObservatory();
});
afterAll(() => graph.stop());

test('a role gained or lost is a change of its organisation', async () => {
  const { head } = await graph.open.changes.read('organization', '0', 2_000);
  const since = async (after: string) => {
    const { changes } = await graph.open.changes.read('organization', after, 2_000);
    return changes.map(({ key, value }) => [key, (value as { roles: string[] } | null)?.roles]);
  };
  await graph.db.query(
    `INSERT INTO organization_role (id, organization_id, position, role, source_id)
     SELECT 'KPMG-BUYER', 'ORG:kpmg', 9, 'BUYER', min(id) FROM source`,
  );
  expect(await since(head)).toEqual([['ORG:kpmg', ['BUYER', 'SPEAKER']]]);
  await graph.db.query(`DELETE FROM organization_role WHERE id = 'KPMG-BUYER'`);
  expect(await since(head)).toEqual([['ORG:kpmg', ['SPEAKER']]]);
});

test('a former organisation leaves as a whole, whatever roles it had', async () => {
  const { head } = await graph.open.changes.read('organization', '0', 2_000);
  await graph.db.query(`DELETE FROM organization WHERE id = 'ORG:villyz'`);
  const { changes } = await graph.open.changes.read('organization', head, 2_000);
  expect(changes.map(({ key, value }) => [key, value])).toEqual([['ORG:villyz', null]]);
});
