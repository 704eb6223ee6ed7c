import { type TestSubgraph, testSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { observatory } from '../observatory.ts';
import { changedBetween } from './changed-between.ts';
import { readCommunes } from './cog.ts';
import { importMovements } from './import-movements.ts';
import { bytesOf, MOVEMENTS, movementFile, movementLine } from './movement.fixture.ts';
import { rebuildGeography } from './rebuild-geography.ts';
import { resolveCodes } from './resolve-codes.ts';
import { deleteRetiredTerritories } from './retire-territories.ts';
import { insertTerritories } from './territory.fixture.ts';

let graph: TestSubgraph;

beforeAll(async () => {
  graph = await testSubgraph(observatory);
  await insertTerritories(
    graph.db,
    ({ code, region }) => region === '11' || ['69123', '01001'].includes(code),
  );
});
afterAll(() => graph.stop());

const importing = (text: string | Buffer, { dryRun = false } = {}) =>
  importMovements(graph.db, bytesOf(text), { dryRun, onProgress: () => {} });
const ask = async (query: string) => {
  const { data, errors } = await graph.run(query);
  expect(errors).toBeUndefined();
  return data;
};
const resolved = async (on: string | null, ...ids: string[]) =>
  Object.fromEntries(await resolveCodes(graph.db, ids, on));
const changed = async (from: string, to: string, ...ids: string[]) =>
  [...(await changedBetween(graph.db, ids, from, to))].sort();

describe('a file of movements', () => {
  test('a dry run tells what the real one does, and the same file twice does nothing', async () => {
    const text = movementFile([...MOVEMENTS, MOVEMENTS[0] ?? '']);
    const dry = await importing(text, { dryRun: true });
    const untouched = await graph.db.query('SELECT * FROM territory_movement');
    const real = await importing(text);
    const { alreadyImported, movements } = await importing(text);
    expect([dry, untouched]).toEqual([real, []]);
    expect(real).toMatchObject({
      problems: [],
      warnings: [],
      repeated: 1,
      movements: { inserted: MOVEMENTS.length, changed: 0, deleted: 0 },
      formerCommunes: 2,
    });
    expect([alreadyImported, movements]).toEqual([true, { inserted: 0, changed: 0, deleted: 0 }]);
  });
});

describe('with movements', () => {
  beforeAll(async () => {
    await importing(movementFile(MOVEMENTS));
  });

  test('an old code leads where it did, that of a merged commune to its heir, and to itself at its time', async () => {
    expect(
      await ask(`{
        antony: territory(code: "COM:75002") { code changes { on kind codeBefore codeAfter nameAfter } }
        heir: territory(code: "COM:93059") { code }
        older: territory(code: "COM:75059") { code }
        itself: territory(code: "COM:93059", on: "2020-01-01") { code name endedOn within { code } changes { kind } }
        atItsTime: territory(code: "COM:75059", on: "1960-01-01") { code }
        node(id: "COM:93059") { id }
        found: territorySearch(search: "pierrefitte-sur-seine") { code }
      }`),
    ).toEqual({
      antony: {
        code: 'COM:92002',
        changes: [
          {
            on: '1968-01-01',
            kind: 'DEPARTMENT_CHANGED',
            codeBefore: 'COM:75002',
            codeAfter: 'COM:92002',
            nameAfter: 'Antony',
          },
        ],
      },
      heir: { code: 'COM:93066' },
      older: { code: 'COM:93066' },
      itself: {
        code: 'COM:93059',
        name: 'Pierrefitte-sur-Seine',
        endedOn: '2025-01-01',
        within: [],
        changes: [{ kind: 'DEPARTMENT_CHANGED' }, { kind: 'RENAMED' }, { kind: 'NEW_COMMUNE' }],
      },
      atItsTime: { code: 'COM:93059' },
      node: { id: 'COM:93059' },
      found: [],
    });
  });

  test('a commune lies where it lay, while it existed', async () => {
    const communesOf = async (id: string, on: string) => {
      const data = await ask(`{ territories(within: "${id}", level: COMMUNE, on: "${on}") { code } }`);
      const communes = (data?.territories ?? []) as { code: string }[];
      return communes.map(({ code }) => code);
    };
    const vieuxBourg = async (on: string) => (await communesOf('DEP:92', on)).includes('COM:92901');
    const pierrefitte = async (on: string) => (await communesOf('EPT:200057867', on)).includes('COM:93059');
    expect([
      (await communesOf('DEP:75', '1967-12-31')).length,
      await vieuxBourg('1969-12-31'),
      await vieuxBourg('1970-01-01'),
      await vieuxBourg('1980-01-01'),
      await vieuxBourg('1990-01-01'),
      await pierrefitte('2016-01-01'),
      await pierrefitte('2025-01-01'),
    ]).toEqual([81, true, false, true, false, true, false]);
  });

  test.each(['1950-01-01', '1975-06-01', '2010-01-01', '2019-01-01', '2026-01-01'])(
    'what contains a territory is what it lies in, on %s',
    async (on) => {
      const data = await ask(`{
        territories(within: "REG:11", level: DEPARTMENT) {
          code
          contains(level: COMMUNE, on: "${on}") { code within(level: DEPARTMENT, on: "${on}") { code } }
        }
      }`);
      type Department = { code: string; contains: { code: string; within: { code: string }[] }[] };
      const departments = data?.territories as Department[];
      const stray = departments.flatMap(({ code, contains }) =>
        contains.filter(({ within }) => within.length !== 1 || within[0]?.code !== code),
      );
      const communes = departments.flatMap(({ contains }) => contains.map(({ code }) => code));
      expect([stray, communes.length - new Set(communes).size]).toEqual([[], 0]);
    },
  );

  test('a merger or a commune re-established breaks the series of those communes, not of their département', async () => {
    const ids = [
      'COM:92050',
      'COM:92901',
      'COM:92002',
      'COM:93066',
      'DEP:92',
      'DEP:93',
      'EPT:200057867',
      'REG:11',
    ];
    expect([
      await changed('1979-01-01', '1981-01-01', ...ids),
      await changed('1981-01-01', '1989-01-01', ...ids),
      await changed('2024-01-01', '2026-01-01', ...ids),
      await changed('1967-01-01', '1968-01-01', ...ids),
    ]).toEqual([
      ['COM:92050', 'COM:92901'],
      [],
      ['COM:93066'],
      ['COM:92002', 'COM:92050', 'COM:93066', 'DEP:92', 'DEP:93'],
    ]);
  });

  test('a merged commune is itself at the date of an older geography, and of another date later', async () => {
    expect([
      await resolved('2024-01-01', 'COM:93059', 'COM:93066'),
      await resolved('2025-01-01', 'COM:93059', 'COM:93066'),
      await resolved('1975-01-01', 'COM:92901'),
    ]).toEqual([
      {
        'COM:93059': { id: 'COM:93059', exact: true },
        'COM:93066': { id: 'COM:93066', exact: true },
      },
      {
        'COM:93059': { id: 'COM:93066', exact: false },
        'COM:93066': { id: 'COM:93066', exact: true },
      },
      { 'COM:92901': { id: 'COM:92050', exact: false } },
    ]);
  });

  test('one and 36 communes at a date cost the same number of statements', async () => {
    const at = (within: string) => () =>
      graph.run(
        'query ($within: String!) { territories(within: $within, level: COMMUNE, on: "2019-01-01") { name within(level: EPT, on: "2019-01-01") { name } formerCodes { code } changes { on } } }',
        { within },
      );
    const few = await graph.statementsOf(at('COM:92002'));
    const many = await graph.statementsOf(at('DEP:92'));
    expect({ few: few.length <= many.length, many: many.length }).toEqual({ few: true, many: 9 });
  });

  test('the next load keeps what the movements tell', async () => {
    const rowsOf = (table: string, order: string) =>
      graph.db.query(`SELECT * FROM ${table} ORDER BY ${order}`);
    const all = () =>
      Promise.all([
        rowsOf('territory_code', 'code, territory_id, valid_from, own'),
        rowsOf('dated_territory_link', 'part, whole, valid_from'),
        rowsOf('territory', 'id'),
      ]);
    const told: string[] = [];
    const before = await all();
    const present = new Set((await rowsOf('territory', 'id')).map(({ id }: { id: string }) => id));
    await rebuildGeography(
      graph.db,
      readCommunes().filter(({ code }) => present.has(`COM:${code}`)),
    );
    await deleteRetiredTerritories(graph.db, { onProgress: (sentence) => told.push(sentence) });
    expect([await all(), told]).toEqual([before, []]);
  });

  test('another file replaces the one before, and what it no longer tells', async () => {
    const { movements, formerCommunes, warnings } = await importing(
      movementFile([
        ...MOVEMENTS.slice(0, -7),
        movementLine(31, '2020-01-01', ['92902', 'Nulle-Part'], ['92903', 'Perdue']),
      ]),
    );
    expect([movements, formerCommunes]).toEqual([{ inserted: 1, changed: 0, deleted: 7 }, 2]);
    expect(warnings.map(({ column, code, raw }) => [column, code, raw])).toEqual([
      ['COM_AP', 'COMMUNE_LEADS_NOWHERE', '92903'],
    ]);
    await deleteRetiredTerritories(graph.db, { onProgress: () => {} });
    expect(await resolved(null, 'COM:92901', 'COM:92902')).toEqual({
      'COM:92901': null,
      'COM:92902': { id: 'COM:92902', exact: false },
    });
  });
});
