import { expect, test } from 'vitest';
import { COLUMNS } from './columns.ts';
import { CSV, CSV_EXCEL_FR } from './csv.ts';
import { aRow, fileOf } from './format.fixture.ts';
import { withoutFormula } from './formula.rules.ts';
import { readCsv } from './read-back.fixture.ts';
import { SDMX_CSV } from './sdmx-csv.ts';

const HEADER =
  'dataset,indicator,indicator_label,unit,territory,territory_code,territory_name,territory_level,period,breakdown,breakdown_label,ess_family,legal_category,sector_a17,sector_a88,size_class,value,status,approximate,statement,vintage,source';

test('the names of the columns, in their order, are a promise', () => {
  expect(COLUMNS.map(({ name }) => name).join(',')).toBe(HEADER);
});

test('RFC 4180: commas, points, CRLF, no byte order mark, quotes where they are needed', async () => {
  const file = await fileOf(CSV, [
    aRow({
      breakdown: 'ESS_FAMILY=ASSOCIATION|SECTOR_A17=OQ',
      value: 12.5,
      source: 'Insee, « Flores »',
      approximate: true,
    }),
    aRow({ period: null, value: null, status: 'SUPPRESSED' }),
  ]);
  expect(file.toString('utf8')).toBe(
    [
      HEADER,
      'ESS-FLORES,ESS_JOBS,Emplois salariés de l\'ESS,jobs,COM:92050,92050,Nanterre,COMMUNE,2023,ESS_FAMILY=ASSOCIATION|SECTOR_A17=OQ,"Associations · Administration publique, enseignement, santé humaine et action sociale",ASSOCIATION,,OQ,,,12.5,NORMAL,true,,Flores 2023,"Insee, « Flores »"',
      'ESS-FLORES,ESS_JOBS,Emplois salariés de l\'ESS,jobs,COM:92050,92050,Nanterre,COMMUNE,,,Ensemble,,,,,,,SUPPRESSED,false,,Flores 2023,"Insee, Flores 2023"',
      '',
    ].join('\r\n'),
  );
});

test('Excel français: semicolons, decimal commas, byte order mark, CRLF', async () => {
  const file = await fileOf(CSV_EXCEL_FR, [aRow({ value: -12.5, approximate: true })]);
  expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(file.subarray(3).toString('utf8')).toBe(
    `${HEADER.replaceAll(',', ';')}\r\nESS-FLORES;ESS_JOBS;Emplois salariés de l'ESS;jobs;COM:92050;92050;Nanterre;COMMUNE;2023;;Ensemble;;;;;;-12,5;NORMAL;VRAI;;Flores 2023;Insee, Flores 2023\r\n`,
  );
});

test.each(['=1+1', '+33 1', '-5 %', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1'])(
  'the text %j is no formula any more, a negative number stays one',
  async (text) => {
    for (const [format, delimiter] of [
      [CSV, ','],
      [CSV_EXCEL_FR, ';'],
    ] as const) {
      const [record] = readCsv(
        await fileOf(format, [aRow({ value: -3, statement: text, source: text })]),
        delimiter,
      );
      expect([record?.['statement'], record?.['source'], record?.['value']]).toEqual([
        `'${text}`,
        `'${text}`,
        '-3',
      ]);
    }
    const [record] = readCsv(await fileOf(SDMX_CSV, [aRow({ value: -3, statement: text })]), ',');
    expect([record?.['COMMENT_OBS'], record?.['OBS_VALUE']]).toEqual([`'${text}`, '-3']);
  },
);

test('a text that starts no formula is written as it is', () => {
  const texts = ['1 177', 'a=b', '«-»', '', "'x"];
  expect(texts.map(withoutFormula)).toEqual(texts);
});

test('ends of line, separators and quotes come back as they were', async () => {
  const words = 'près de "mille"\r\nen tout; à peu près, \n dit\rl’auteur';
  for (const [format, delimiter] of [
    [CSV, ','],
    [CSV_EXCEL_FR, ';'],
  ] as const) {
    const records = readCsv(
      await fileOf(format, [aRow({ statement: words }), aRow({ period: 2022 })]),
      delimiter,
    );
    expect(records.map(({ statement }) => statement)).toEqual([words, '']);
  }
});
