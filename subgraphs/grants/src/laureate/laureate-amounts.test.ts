import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';

let graph: TestSubgraph;

beforeAll(async () => {
  graph = await loadedGrants();
  await graph.db.query(`UPDATE application SET awarded_cents = 900000 WHERE id = 'APP:1-reprise'`);
  await graph.db.query(
    `UPDATE application SET awarded_cents = 500000 WHERE id = 'APP:1-les-petites-cantines'`,
  );
});
afterAll(() => graph.stop());

async function laureates(filter: object): Promise<unknown> {
  const { data } = await graph.run(
    `query ($filter: LaureateFilter) { laureates(filter: $filter, orderBy: AMOUNT_DESC, first: 3) {
       totalAwarded { cents currency } nodes { id awarded { cents } } } }`,
    { filter },
  );
  return data?.laureates;
}

const reprise = { id: 'APP:1-reprise', awarded: { cents: 900_000 } };
const cantines = { id: 'APP:1-les-petites-cantines', awarded: { cents: 500_000 } };
const synergie = { id: 'APP:2-synergie', awarded: null };

test('the highest amounts come first, unknown ones last, and one unknown amount hides the total', async () => {
  expect(await laureates({ within: 'COM:92002' })).toEqual({
    totalAwarded: null,
    nodes: [reprise, cantines, synergie],
  });
});

test('a total is known when every amount of the list is', async () => {
  expect(await laureates({ within: 'COM:92002', editions: [1] })).toEqual({
    totalAwarded: { cents: 1_400_000, currency: 'EUR' },
    nodes: [reprise, cantines],
  });
});

test.each([
  [{ minCents: 500_001 }, [reprise]],
  [{ minCents: 500_000 }, [reprise, cantines]],
  [{ maxCents: 899_999 }, [cantines]],
  [{ minCents: 500_000, maxCents: 500_000 }, [cantines]],
])('%j keeps known amounts alone', async (filter, nodes) => {
  expect(await laureates(filter)).toEqual({
    totalAwarded: { cents: nodes.reduce((sum, { awarded }) => sum + awarded.cents, 0), currency: 'EUR' },
    nodes,
  });
});

test('a territory shows what was granted once every award is named and every amount known', async () => {
  await graph.db.query(`UPDATE call SET awarded = NULL WHERE edition = 3`);
  const { data } = await graph.run(`{ _entities(representations: [
      { __typename: "Territory", id: "COM:92002", population: 100 }, { __typename: "Territory", id: "COM:92047", population: 100 }
    ]) { ... on Territory { grantSummary { granted { cents } } grantCentsPerInhabitant } } }`);
  expect(data).toEqual({
    _entities: [
      { grantSummary: { granted: null }, grantCentsPerInhabitant: null },
      { grantSummary: { granted: { cents: 0 } }, grantCentsPerInhabitant: 0 },
    ],
  });
});

test('an invented laureate is shown, and is none of those that an edition announces', async () => {
  const counts = async () => {
    const { data } = await graph.run(
      '{ call(edition: 1) { counts { awarded publishedLaureates } } laureates(filter: { editions: [1] }) { totalCount } }',
    );
    return data;
  };
  const before = await counts();
  await graph.db.query(`
    INSERT INTO application (id, call_id, organization_id, applicant_name, summary, action_territories, state, is_demonstration, source_ids)
    VALUES ('APP:1-demo', 'CALL:1', 'ORG:demo', 'Démonstration', 'Un projet.', '{}', 'AWARDED', true, '{demonstration}')`);
  expect([before, await counts()]).toEqual([
    { call: { counts: { awarded: 13, publishedLaureates: 13 } }, laureates: { totalCount: 13 } },
    { call: { counts: { awarded: 13, publishedLaureates: 13 } }, laureates: { totalCount: 14 } },
  ]);
  await graph.db.query(`DELETE FROM application WHERE id = 'APP:1-demo'`);
});
