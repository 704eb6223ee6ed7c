import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { COLUMNS } from './columns.ts';
import { aRow, asyncRows, fileOf, headOf } from './format.fixture.ts';
import { FormatRefused } from './format-writer.ts';
import { readSheets } from './read-back.fixture.ts';
import { columnName, xmlText } from './spreadsheet-xml.ts';
import { StringPool } from './string-pool.ts';
import { XLSX } from './xlsx.ts';

const HOSTILE = '=HYPERLINK("http://exemple.test") <b>&amp;</b>\r\n\t« né·e » 🧡';

test('codes are texts, years and values numbers, formulas words; a notice goes with the data', async () => {
  const rows = [
    aRow({
      territory: 'COM:01004',
      territoryCode: '01004',
      territoryName: 'Ambérieu-en-Bugey',
      statement: HOSTILE,
    }),
    aRow({ period: null, value: null, status: 'SUPPRESSED', approximate: true }),
  ];
  const [data, notice, ...others] = await readSheets(await fileOf(XLSX, rows));
  expect([data?.sheet, notice?.sheet, others]).toEqual(['Données', 'Lisez-moi', []]);
  expect(data?.rows).toEqual([
    expect.objectContaining({
      territory_code: '01004',
      period: 2023,
      value: 1177,
      approximate: false,
      statement: HOSTILE,
    }),
    expect.objectContaining({
      territory_code: '92050',
      period: null,
      value: null,
      status: 'SUPPRESSED',
      approximate: true,
    }),
  ]);
  expect(Object.keys(data?.rows[0] ?? {})).toEqual(COLUMNS.map(({ name }) => name));
  const words = JSON.stringify(notice?.rows);
  const told = ['Licence Ouverte', headOf(rows).query, headOf(rows).asOf, 'SUPPRESSED', 'secret statistique'];
  expect(told.filter((each) => !words.includes(each))).toEqual([]);
});

test('no part of the workbook holds a formula, a date of making or an author', async () => {
  const parts = unzipSync(await fileOf(XLSX, [aRow({ statement: HOSTILE })]));
  expect(Object.keys(parts).sort()).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/_rels/workbook.xml.rels',
    'xl/sharedStrings.xml',
    'xl/styles.xml',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
    'xl/worksheets/sheet2.xml',
  ]);
  const sheet = Buffer.from(parts['xl/worksheets/sheet1.xml'] ?? []).toString('utf8');
  expect([sheet.includes('<f>'), sheet.match(/<c r="F2" s="1" t="s">/)?.length]).toEqual([false, 1]);
});

test('more rows than a sheet holds are refused before a byte is written', async () => {
  const tooMany = headOf([], { rowCount: 1_048_576 });
  expect(XLSX.refusal(headOf([], { rowCount: 1_048_575 }))).toBeNull();
  expect(XLSX.refusal(tooMany)).toContain('CSV ou Parquet');
  const chunks = XLSX.write(tooMany, asyncRows([aRow()]))[Symbol.asyncIterator]();
  await expect(chunks.next()).rejects.toThrow(FormatRefused);
});

test('fewer or more rows than were announced are no file', async () => {
  await expect(fileOf(XLSX, [aRow()], headOf([]))).rejects.toThrow(RangeError);
});

test('texts are pooled while they are few and short, and stay in their cells after', async () => {
  const pool = new StringPool();
  const places = Array.from({ length: 5_001 }, (_, index) => pool.indexOf(`texte ${index}`));
  expect([places.at(0), places.at(4_999), places.at(5_000), pool.indexOf('texte 7')]).toEqual([
    0,
    4_999,
    null,
    7,
  ]);
  expect(new StringPool().indexOf('x'.repeat(501))).toBeNull();
  const long = 'mot '.repeat(300);
  const [data] = await readSheets(await fileOf(XLSX, [aRow({ statement: long })]));
  expect(data?.rows[0]?.['statement']).toBe(long);
});

test('text that XML or a spreadsheet would change is written so that it comes back', () => {
  expect(xmlText('a\0b\u0007c\uD800d\uFFFEe')).toBe('a\uFFFDb\uFFFDc\uFFFDd\uFFFDe');
  expect(xmlText('_x0041_ & _x')).toBe('_x005F_x0041_ &amp; _x');
  expect(xmlText('🧡'.repeat(20_000)).length).toBe(32_767);
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
