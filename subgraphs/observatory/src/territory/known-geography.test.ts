import { type TestSubgraph, testSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { observatory } from '../observatory.ts';
import { changedBetween } from './changed-between.ts';
import { readGroups } from './cog.ts';
import { resolveCodes } from './resolve-codes.ts';
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

const ask = async (query: string) => {
  const { data, errors } = await graph.run(query);
  expect(errors).toBeUndefined();
  return data;
};
const refusal = async (query: string) => {
  const { errors } = await graph.run(query);
  return errors?.map(({ message, extensions }) => [extensions?.code, extensions?.argument, message]);
};
const resolved = async (on: string | null, ...ids: string[]) =>
  Object.fromEntries(await resolveCodes(graph.db, ids, on));
const changed = async (from: string, to: string, ...ids: string[]) =>
  [...(await changedBetween(graph.db, ids, from, to))].sort();

test('an old code leads to the territory of today, which tells its former codes', async () => {
  expect(
    await ask(`{
      antony: territory(code: "COM:75002") { id code name formerCodes { code since until absorbed } changes { on } }
      neuilly: territory(code: "COM:75051") { code }
      lyon: territory(code: "COM:69232") { code formerCodes { code since until absorbed } }
      nobody: territory(code: "COM:75999") { code }
    }`),
  ).toEqual({
    antony: {
      id: 'COM:92002',
      code: 'COM:92002',
      name: 'Antony',
      formerCodes: [{ code: 'COM:75002', since: '1943-01-01', until: '1968-01-01', absorbed: false }],
      changes: [],
    },
    neuilly: { code: 'COM:92051' },
    lyon: {
      code: 'COM:69123',
      formerCodes: [{ code: 'COM:69232', since: null, until: null, absorbed: true }],
    },
    nobody: null,
  });
});

test('communes of the Hauts-de-Seine are followed since 1943', async () => {
  expect(
    await ask(`{
      territory(code: "COM:92002") {
        seine: within(level: DEPARTMENT, on: "1967-12-31") { code }
        hauts: within(level: DEPARTMENT, on: "1968-01-01") { code }
        before: within(level: EPT, on: "2015-12-31") { code }
        ept: within(level: EPT, on: "2016-01-01") { code }
        all: within(on: "2020-06-01") { code }
      }
      none: territories(within: "DEP:92", level: COMMUNE, on: "1967-12-31") { code }
      old: territories(within: "COM:75002", level: COMMUNE, on: "1960-01-01") { code }
    }`),
  ).toEqual({
    territory: {
      seine: [{ code: 'DEP:75' }],
      hauts: [{ code: 'DEP:92' }],
      before: [],
      ept: [{ code: 'EPT:200057966' }],
      all: [{ code: 'DEP:92' }, { code: 'EPT:200057966' }, { code: 'REG:11' }],
    },
    none: [],
    old: [{ code: 'COM:92002' }],
  });
});

test.each([
  [
    '{ territory(code: "DEP:75") { contains(level: COMMUNE, on: "1960-01-01") { code } } }',
    'On ne connaît pas la géographie de DEP:75 avant le 1er janvier 2026.',
  ],
  [
    '{ territory(code: "DEP:92") { contains(level: COMMUNE, on: "1942-12-31") { code } } }',
    'On ne connaît pas la géographie avant le 1er janvier 1943.',
  ],
  [
    '{ territory(code: "COM:92002") { within(level: EPCI, on: "2020-01-01") { code } } }',
    'On ne connaît pas le périmètre des EPCI avant le 1er janvier 2026.',
  ],
  [
    '{ territory(code: "COM:92002") { within(level: REGION, on: "2015-12-31") { code } } }',
    'On ne connaît pas le périmètre des régions avant le 1er janvier 2016.',
  ],
])('a geography that is not known is refused: %s', async (query, message) => {
  expect(await refusal(query)).toEqual([['BAD_USER_INPUT', 'on', message]]);
});

test('the EPT hold at a date what the package says, and Boucle Nord de Seine lies partly in the 95', async () => {
  const places = (on: string) => `
    territories(within: "DEP:92", level: EPT${on}) {
      code contains(level: COMMUNE${on}) { code within(level: EPT${on}) { code } }
      containers: within(level: DEPARTMENT${on}) { code }
    }
    territory(code: "DEP:92") { containment(level: EPT${on}) { partial territory { code } } }`;
  const today = await ask(`{ ${places('')} }`);
  expect(await ask(`{ ${places(', on: "2016-01-01"')} }`)).toEqual(today);
  const epts = today?.territories as {
    code: string;
    contains: { code: string; within: { code: string }[] }[];
  }[];
  const found = epts.flatMap(({ code, contains }) =>
    contains.map((commune) => [commune.code, code, ...commune.within.map((ept) => ept.code)]),
  );
  const inFile = readGroups().epts.flatMap(({ code, membres }) =>
    epts.some((ept) => ept.code === `EPT:${code}`)
      ? membres.map((commune) => [`COM:${commune.code}`, `EPT:${code}`, `EPT:${code}`])
      : [],
  );
  expect([found.length, found.sort()]).toEqual([37, inFile.sort()]);
});

test('codes are judged at the date of a geography', async () => {
  expect([
    await resolved(null, 'COM:75002', 'COM:92002', 'COM:69232', 'EPT:200057966', 'COM:99999'),
    await resolved('1960-01-01', 'COM:75002', 'COM:92002'),
    await resolved('2024-01-01', 'COM:75002', 'COM:92002', 'COM:93059', 'COM:01001', 'DEP:92'),
    await resolved('2015-01-01', 'EPT:200057966'),
  ]).toEqual([
    {
      'COM:75002': { id: 'COM:92002', exact: false },
      'COM:92002': { id: 'COM:92002', exact: true },
      'COM:69232': { id: 'COM:69123', exact: false },
      'EPT:200057966': { id: 'EPT:200057966', exact: true },
      'COM:99999': null,
    },
    {
      'COM:75002': { id: 'COM:92002', exact: true },
      'COM:92002': { id: 'COM:92002', exact: false },
    },
    {
      'COM:75002': { id: 'COM:92002', exact: false },
      'COM:92002': { id: 'COM:92002', exact: true },
      'COM:93059': { id: 'COM:93066', exact: false },
      'COM:01001': { id: 'COM:01001', exact: true },
      'DEP:92': { id: 'DEP:92', exact: true },
    },
    { 'EPT:200057966': { id: 'EPT:200057966', exact: false } },
  ]);
});

test('the division of the Seine breaks series, and the birth of EPT those of EPT', async () => {
  const ids = ['COM:92002', 'DEP:92', 'DEP:75', 'DEP:01', 'EPT:200057966', 'REG:11', 'REG:84'];
  expect([
    await changed('1960-01-01', '1970-01-01', ...ids),
    await changed('1968-01-01', '2015-12-31', ...ids),
    await changed('2017-01-01', '2015-01-01', ...ids),
    await changed('2016-01-01', '2026-01-01', ...ids),
  ]).toEqual([['COM:92002', 'DEP:75', 'DEP:92'], [], ['EPT:200057966', 'REG:84'], []]);
});

test('a code is one territory’s at a time, and a territory has one', async () => {
  const own = (code: string, territory: string) =>
    graph.db.query(
      `INSERT INTO territory_code (code, territory_id, valid_from, valid_to, own) VALUES ($1, $2, '1950-01-01', '1951-01-01', true)`,
      [code, territory],
    );
  await expect(own('COM:75002', 'COM:92004')).rejects.toThrow('territory_code_bearer_excl');
  await expect(own('COM:75998', 'COM:92002')).rejects.toThrow('territory_code_one_at_a_time_excl');
});
