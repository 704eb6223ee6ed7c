import { parquetMetadata } from 'hyparquet';
import { expect, test } from 'vitest';
import { aRow, fileOf } from './format.fixture.ts';
import { PARQUET } from './parquet.ts';
import { readByArrow, readByHyparquet, rowsOfArrow } from './read-back.fixture.ts';

test('an independent reader finds texts, doubles, years and what is null', async () => {
  const file = await fileOf(PARQUET, [
    aRow({ territory: 'COM:01004', territoryCode: '01004', value: 0.079 }),
    aRow({ period: null, value: null, status: 'MISSING', vintage: null }),
  ]);
  const types = Object.fromEntries(
    readByArrow(file).schema.fields.map(({ name, type }) => [name, `${type}`]),
  );
  expect([types['territory_code'], types['period'], types['value'], types['approximate']]).toEqual([
    'Utf8',
    'Int32',
    'Float64',
    'Bool',
  ]);
  const rows = rowsOfArrow(file);
  expect(
    rows.map(({ territory_code, period, value, status, vintage }) => [
      territory_code,
      period,
      value,
      status,
      vintage,
    ]),
  ).toEqual([
    ['01004', 2023, 0.079, 'NORMAL', 'Flores 2023'],
    ['92050', null, null, 'MISSING', null],
  ]);
  expect(await readByHyparquet(file)).toEqual(rows);
});

test('the footer tells where the values come from', async () => {
  const file = await fileOf(PARQUET, [aRow()]);
  const { key_value_metadata: told = [], num_rows } = parquetMetadata(new Uint8Array(file).buffer);
  expect(Object.fromEntries(told.map(({ key, value }) => [key, value]))).toMatchObject({
    'graphess.licence': 'Licence Ouverte',
    'graphess.producer': 'Insee',
    'graphess.asOf': '2026-01-01T00:00:00Z',
  });
  expect(num_rows).toBe(1n);
});

test('a file of no row has its columns for a strict reader too', async () => {
  const table = readByArrow(await fileOf(PARQUET, []));
  expect([table.numRows, table.schema.fields.length]).toEqual([0, 22]);
});

test('rows go by groups, and come back whole', async () => {
  const rows = Array.from({ length: 20_001 }, (_, index) => aRow({ value: index }));
  const file = await fileOf(PARQUET, rows);
  expect(parquetMetadata(new Uint8Array(file).buffer).row_groups.map(({ num_rows }) => num_rows)).toEqual([
    10_000n,
    10_000n,
    1n,
  ]);
  expect(readByArrow(file).getChild('value')?.toArray().at(-1)).toBe(20_000);
});
