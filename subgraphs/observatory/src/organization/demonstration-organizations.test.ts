import { demonstrationStructures } from '@graphess/demonstration';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadFacts } from '../load-facts.ts';
import { anObservatory, FACT_SETTINGS } from '../observatory.fixture.ts';

let graph: TestSubgraph;

beforeAll(async () => {
  graph = await anObservatory({ demonstration: true });
});
afterAll(() => graph.stop());

const [first] = demonstrationStructures({ area: '92', scale: 1 });
const count = async (isDemonstration: boolean): Promise<unknown> => {
  const { data } = await graph.run(
    'query ($is: Boolean) { organizations(filter: { isDemonstration: $is }) { totalCount } }',
    { is: isDemonstration },
  );
  return data?.organizations;
};

test('every invented structure is an organisation, marked as such', async () => {
  expect(await count(true)).toEqual({ totalCount: 120 });
  expect(await count(false)).toEqual({ totalCount: 41 });
  const { data } = await graph.run(
    `query ($siret: String) {
      organization(siret: $siret) { id name seat { id } isDemonstration sources { citation } }
    }`,
    { siret: first?.siret },
  );
  expect(data).toEqual({
    organization: {
      id: first?.organizationId,
      name: first?.name,
      seat: { id: first?.commune },
      isDemonstration: true,
      sources: [
        {
          citation:
            'Données inventées par Graph’ESS pour la démonstration : elles ne décrivent aucune structure réelle.',
        },
      ],
    },
  });
});

test('siblings are told of every organisation, and of what changes', async () => {
  const { head, changes } = await graph.open.changes.read('organization', '0', 1_000);
  expect(changes.length).toBe(161);
  expect(changes.find(({ key }) => key === 'ORG:cress-idf')?.value).toEqual({
    id: 'ORG:cress-idf',
    name: 'CRESS IDF',
    aliases: ['CRESS Île-de-France', 'CRESS Ile-de-France', 'CRESSIDF'],
    siret: null,
    rna: null,
    legal_form: '9230',
    roles: ['APPLICANT', 'DATA_PROVIDER', 'LAUREATE'],
    current_id: 'ORG:cress-idf',
  });
  await graph.db.query(`UPDATE organization SET name = 'CRESS' WHERE id = 'ORG:cress-idf'`);
  const later = await graph.open.changes.read('organization', head, 1_000);
  expect(later.changes.map(({ key, kind }) => ({ key, kind }))).toEqual([
    { key: 'ORG:cress-idf', kind: 'UPSERT' },
  ]);
});

test('without demonstration, a later load takes the invented ones away', async () => {
  await loadFacts(graph.db, FACT_SETTINGS);
  expect(await count(true)).toEqual({ totalCount: 0 });
  expect(await count(false)).toEqual({ totalCount: 41 });
});
