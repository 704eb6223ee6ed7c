import { schemaDrift } from '@graphess/subgraph-kit';
import { type TestSubgraph, testSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { observatory } from '../observatory.ts';

const SETTINGS = {
  dataDir: 'data',
  area: '92',
  demonstration: false,
  scale: 1,
  thorough: false,
  onProgress: () => {},
};

let graph: TestSubgraph;

beforeAll(async () => {
  graph = await testSubgraph(observatory);
  await graph.open.load(SETTINGS);
});
afterAll(() => graph.stop());

test('entities and migrations agree', async () => {
  expect(await schemaDrift(observatory, graph.url)).toEqual([]);
});

test('Boucle Nord de Seine lies only partly in the Hauts-de-Seine, because of Argenteuil', async () => {
  const { data } = await graph.run(`{
    territory(code: "DEP:92") { containment(level: EPT) { partial territory { code } } }
  }`);
  expect(data).toEqual({
    territory: {
      containment: [
        { partial: true, territory: { code: 'EPT:200057990' } },
        { partial: false, territory: { code: 'EPT:200057974' } },
        { partial: false, territory: { code: 'EPT:200057982' } },
        { partial: false, territory: { code: 'EPT:200057966' } },
      ],
    },
  });
});

test.each([
  ['chatenay', 'Châtenay-Malabry'],
  ['st cloud', 'Saint-Cloud'],
  ['ville davray', "Ville-d'Avray"],
  ['issy', 'Issy-les-Moulineaux'],
  ['MALAKO', 'Malakoff'],
  ['ile de france', 'Île-de-France'],
])('« %s » finds %s first', async (search, name) => {
  const { data } = await graph.run(
    'query ($search: String!) { territorySearch(search: $search, first: 1) { name } }',
    { search },
  );
  expect(data).toEqual({ territorySearch: [{ name }] });
});

test('one and 36 communes cost the same number of statements', async () => {
  const ask = (within: string) => () =>
    graph.run(
      'query ($within: String!) { territories(within: $within, level: COMMUNE) { name within(level: EPT) { name } } }',
      { within },
    );
  const few = await graph.statementsOf(ask('COM:92002'));
  const many = await graph.statementsOf(ask('DEP:92'));
  expect({ few: few.length <= many.length, many: many.length }).toEqual({ few: true, many: 4 });
});

test('the four EPT hold the département and Argenteuil, no more', async () => {
  const { data } = await graph.run(`{
    department: territory(code: "DEP:92") { population contains(level: EPT) { population } }
    argenteuil: territory(code: "COM:95018") { population }
  }`);
  const { department, argenteuil } = data as {
    department: { population: number; contains: { population: number }[] };
    argenteuil: { population: number };
  };
  const inEpts = department.contains.reduce((sum, { population }) => sum + population, 0);
  expect(inEpts - department.population).toBe(argenteuil.population);
});

test('a second, thorough load of France and of the facts changes nothing', async () => {
  const reports = await graph.open.load({ ...SETTINGS, thorough: true });
  expect(reports.filter(({ inserted, changed }) => inserted + changed > 0)).toEqual([]);
});

test('the population of a territory is unknown, not zero, where that of its communes is', async () => {
  const { data } = await graph.run(
    '{ territory(code: "COM:98901") { population within(level: DEPARTMENT) { population } } }',
  );
  expect(data).toEqual({ territory: { population: null, within: [{ population: null }] } });
});

test('a territory that the code retires goes once nothing refers to it, and is told until then', async () => {
  const told: string[] = [];
  const load = async (thorough: boolean) => {
    told.length = 0;
    await graph.db.query(`DELETE FROM loaded_set WHERE name = 'territories'`);
    await graph.open.load({ ...SETTINGS, thorough, onProgress: (sentence) => told.push(sentence) });
    const rows: { id: string }[] = await graph.db.query(
      `SELECT id FROM territory WHERE id IN ('COM:92998', 'COM:92999') ORDER BY id`,
    );
    return {
      kept: rows.map(({ id }) => id),
      told: told.filter((sentence) => sentence.includes('n’est plus')),
    };
  };
  await graph.db.query(
    `INSERT INTO territory (id, name, level)
     VALUES ('COM:92998', 'Sans-Personne', 'COMMUNE'), ('COM:92999', 'Ancienne-Commune', 'COMMUNE')`,
  );
  await graph.db.query(
    `INSERT INTO territory_link (part, whole, partial) VALUES ('COM:92999', 'DEP:92', false)`,
  );
  await graph.db.query(`UPDATE organization SET seat_id = 'COM:92999' WHERE id = 'ORG:cress-idf'`);

  expect(await load(false)).toEqual({
    kept: ['COM:92999'],
    told: [
      'Ancienne-Commune (COM:92999) n’est plus dans le code officiel géographique ; le territoire est gardé, hors de tout autre, car des organisations ou des chiffres y renvoient encore.',
    ],
  });
  const { data } = await graph.run(`{
    organization(id: "ORG:cress-idf") { seat { name within { name } } }
    territories(within: "DEP:92", level: COMMUNE) { code }
  }`);
  expect(data?.organization).toEqual({ seat: { name: 'Ancienne-Commune', within: [] } });
  expect(data?.territories).toHaveLength(36);

  // The data files seat the organisation elsewhere: they are loaded before the territory goes.
  expect(await load(true)).toEqual({ kept: [], told: [] });
});

test('the list of organisations is read in the order of an index', async () => {
  const plan: { 'QUERY PLAN': string }[] = await graph.db.transaction(async (tx) => {
    await tx.query('SET LOCAL enable_seqscan = off');
    return tx.query(
      'EXPLAIN SELECT * FROM organization ORDER BY name COLLATE extensions.french ASC NULLS LAST, id ASC NULLS LAST LIMIT 21',
    );
  });
  expect(plan.some((line) => line['QUERY PLAN'].includes('using organization_name'))).toBe(true);
});
