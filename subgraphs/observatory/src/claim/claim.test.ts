import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anObservatory } from '../observatory.fixture.ts';

let graph: TestSubgraph;

beforeAll(async () => {
  graph = await anObservatory();
});
afterAll(() => graph.stop());

type Ledger = {
  totalCount: number;
  nodes: { subject: string; field: string; statement: string; current: boolean }[];
};

const ledger = async (disputed: boolean | null): Promise<Ledger> => {
  const { data } = await graph.run(
    `query ($disputed: Boolean) {
      claims(disputed: $disputed, first: 100) { totalCount nodes { subject field statement current } }
    }`,
    { disputed },
  );
  return data?.claims as Ledger;
};

test('sources that disagree stand side by side, the statement that is held first', async () => {
  const { nodes } = await ledger(true);
  expect(nodes.filter(({ subject, field }) => subject === 'ORG:cress-idf' && field === 'website')).toEqual([
    { subject: 'ORG:cress-idf', field: 'website', statement: 'https://www.cressidf.org/', current: true },
    { subject: 'ORG:cress-idf', field: 'website', statement: 'https://www.cressidf.fr', current: false },
  ]);
  expect([...new Set(nodes.map(({ subject, field }) => `${subject} ${field}`))]).toEqual([
    'DEP:92 strategy',
    'DEP:92 strategy.since',
    'EPT:200057966 name',
    'ORG:bicyclaide postcode',
    'ORG:cress-idf website',
    'ORG:departement-des-hauts-de-seine contact',
    'ORG:ecolau website',
    'ORG:la-societe-du-partage website',
    'ORG:les-petites-cantines website',
    'ORG:lit-up postcode',
    'ORG:pro-bono-lab area',
  ]);
});

test('disputed and undisputed claims make the whole ledger', async () => {
  const [all, disputed, agreed] = [await ledger(null), await ledger(true), await ledger(false)];
  expect(disputed.totalCount + agreed.totalCount).toBe(all.totalCount);
  expect(agreed.nodes.filter(({ field }) => field === 'youthProgramme.ages').length).toBe(2);
});

test('the claims of another subgraph enter the ledger and leave it', async () => {
  const source = {
    id: 's',
    producer: 'p',
    title: 't',
    document: null,
    vintage: null,
    url: null,
    accessed_on: null,
  };
  const value = {
    id: 'CLAIM:1',
    origin: 'grants',
    subject: 'CALL:3',
    field: 'themes',
    statement: 'un thème',
    current: true,
    source: { ...source, published_on: null, licence: null, citation: 'c' },
  };
  const follow = graph.open.subgraph.follows.find(({ from }) => from === 'grants');
  const { totalCount } = await ledger(null);
  await follow?.apply(graph.db, [{ key: value.id, value }], []);
  expect((await ledger(null)).totalCount).toBe(totalCount + 1);
  await follow?.apply(graph.db, [], [value.id]);
  expect((await ledger(null)).totalCount).toBe(totalCount);
});

test('a territory says what is claimed of it', async () => {
  const { data } = await graph.run(
    '{ territory(code: "EPT:200057974") { claims { field statement current source { vintage } } } }',
  );
  expect(data).toEqual({
    territory: {
      claims: [
        {
          field: 'figures',
          statement: 'Aucun chiffre n’est donné pour cet établissement public territorial.',
          current: true,
          source: { vintage: '2025-2026' },
        },
      ],
    },
  });
});
