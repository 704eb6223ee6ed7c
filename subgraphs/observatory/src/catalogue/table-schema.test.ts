import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COLUMNS } from '../format/columns.ts';
import { CSV } from '../format/csv.ts';
import { aRow, fileOf, manyRows } from '../format/format.fixture.ts';
import { readCsv } from '../format/read-back.fixture.ts';
import { FLORES } from './catalogue.fixture.ts';
import { problemsOfTable } from './check-table.fixture.ts';
import { tableSchemaOf } from './table-schema.ts';

const SCHEMA = tableSchemaOf(FLORES);

test('the CSV that we write is what its schema says', async () => {
  await fc.assert(
    fc.asyncProperty(manyRows, async (rows) => {
      expect(problemsOfTable(SCHEMA, readCsv(await fileOf(CSV, rows), ','))).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test('each column has a title, a description in French and a type', () => {
  expect(SCHEMA.fields.map(({ name }) => name)).toEqual(COLUMNS.map(({ name }) => name));
  expect(
    SCHEMA.fields.filter(({ title, description }) => title === '' || !description.endsWith('.')),
  ).toEqual([]);
  expect(Object.fromEntries(SCHEMA.fields.map(({ name, type }) => [name, type]))).toMatchObject({
    territory_code: 'string',
    period: 'integer',
    value: 'number',
    approximate: 'boolean',
  });
});

test.each([
  ['dataset', 'ESS-URSSAF'],
  ['indicator', 'ESS_FTE'],
  ['territory', '92050'],
  ['territory_code', ''],
  ['territory_level', 'VILLE'],
  ['period', '2023,5'],
  ['period', '23'],
  ['breakdown', 'ESS_FAMILY:ASSOCIATION'],
  ['ess_family', 'SCOP'],
  ['legal_category', '9220 '],
  ['sector_a17', 'ZZ'],
  ['sector_a88', '04'],
  ['size_class', 'E9'],
  ['value', '1 177'],
  ['value', '12,5'],
  ['status', 'SUPPRESSED_DOMINANCE'],
  ['approximate', 'VRAI'],
  ['source', ''],
])('a file whose %s is %j is not what the schema says', async (name, cell) => {
  const [record] = readCsv(await fileOf(CSV, [aRow()]), ',');
  expect(problemsOfTable(SCHEMA, [{ ...record, [name]: cell }]).length).toBe(1);
});

test('a cell twice is not what the schema says', async () => {
  const [record = {}] = readCsv(await fileOf(CSV, [aRow()]), ',');
  expect(problemsOfTable(SCHEMA, [record, record])).toEqual(['key']);
});
