import { expect, test } from 'vitest';
import { CELLS, FLORES, places, reading, told, URSSAF_ESS, URSSAF_WIDE } from './source-files.fixture.ts';

test('FLORES: hidden is not zero, levels that are not kept are put aside', async () => {
  const { cells, problems, aside } = await reading(FLORES);
  expect(cells.map(told)).toEqual([
    '2 ESTABLISHMENTS COM:92050 2023 total = 3210',
    '3 JOBS COM:92050 2023 SECTOR_A17=OQ = 12045',
    '4 JOBS COM:92047 2023 SECTOR_A17=OQ = SUPPRESSED_PRODUCER',
    '5 ESTABLISHMENTS COM:92047 2023 SECTOR_A17=AZ|SIZE_CLASS=E1T4 = 0',
    '6 JOBS DEP:92 2023 total = 987654',
  ]);
  expect(places(aside)).toEqual(['7 GEO_OBJECT LEVEL_NOT_KEPT ZE2020', '8 GEO_OBJECT LEVEL_NOT_KEPT FRANCE']);
  expect(problems).toEqual([]);
});

test('FLORES: what is not of the kept levels is counted by reason, and the file is read', async () => {
  const header =
    'GEO;GEO_OBJECT;ACTIVITY;LEGAL_FORM_WITH_PUBLIC;FLORES_MEASURE;OBS_STATUS;TIME_PERIOD;OBS_VALUE\n';
  const { cells, aside, problems } = await reading(
    `${header}92050;COM;88;1T9X7;UNIT_LOC;A;2023;12\n92050;COM;88;9220;UNIT_LOC;A;2023;9\n92050;COM;_T;1T9X7;WAGES;A;2023;9\n`,
  );
  expect(cells.map(told)).toEqual([
    '2 ESTABLISHMENTS COM:92050 2023 SECTOR_A88=88 = 12',
    '3 ESTABLISHMENTS COM:92050 2023 LEGAL_CATEGORY=9220|SECTOR_A88=88 = 9',
  ]);
  expect(places(aside)).toEqual(['4 FLORES_MEASURE MEASURE_NOT_KEPT WAGES']);
  expect(problems).toEqual([]);
});

test('FLORES by economic sphere: the territory is in its code, the detail is put aside', async () => {
  const { cells, aside } = await reading(
    'GEO;ECONOMIC_SPHERE;FLORES_MEASURE;LEGAL_FORM_WITH_PUBLIC;TIME_PERIOD;OBS_MEASURE;OBS_VALUE;OBS_STATUS\n' +
      '2024-COM-92050;_T;UNIT_LOC;1T9X7;2023;OBS_VALUE_NIVEAU;12;A\n2024-COM-92050;1;UNIT_LOC;1T9X7;2023;OBS_VALUE_NIVEAU;5;A\n',
  );
  expect(cells.map(told)).toEqual(['2 ESTABLISHMENTS COM:92050 2023 total = 12']);
  expect(places(aside)).toEqual(['3 ECONOMIC_SPHERE SPHERE_NOT_KEPT 1']);
});

test('FLORES at another level: told by its name, or refused', async () => {
  const rows = FLORES.replace('"AZ";"E1T4"', '"GU";"_T"');
  const named = await reading(rows, { fileName: 'DS_FLORES_A5_2023_data.csv' });
  const unnamed = await reading(rows);
  expect(places(named.aside).filter((each) => each.includes('ACTIVITY'))).toEqual([
    '3 ACTIVITY ACTIVITY_LEVEL_NOT_KEPT OQ',
    '4 ACTIVITY ACTIVITY_LEVEL_NOT_KEPT OQ',
    '5 ACTIVITY ACTIVITY_LEVEL_NOT_KEPT GU',
  ]);
  expect(named.problems).toEqual([]);
  expect(places(unnamed.problems)).toEqual(['5 ACTIVITY ACTIVITY_LEVELS_MIXED GU']);
});

test('FLORES has one total of legal forms', async () => {
  const { problems } = await reading(
    FLORES.replace('"92";"DEP";"_T";"_T";"1T9X7"', '"92";"DEP";"_T";"_T";"_T"'),
  );
  expect(places(problems)).toEqual(['6 LEGAL_FORM_WITH_PUBLIC TWO_TOTALS _T']);
});

test('Urssaf, wide: a line is a part of its total, its sector and its division, in every year that it has', async () => {
  const { cells, problems, aside } = await reading(URSSAF_WIDE);
  expect(cells.filter(({ line }) => line === 2).map(told)).toEqual(
    ['2022', '2023'].flatMap((year, index) =>
      ['total', 'SECTOR_A17=OQ', 'SECTOR_A88=88'].flatMap((detail) => [
        `2 PRIVATE_ESTABLISHMENTS COM:92050 ${year} ${detail} = ${[4, 5][index]} (${[4, 5][index]}, null)`,
        `2 PRIVATE_JOBS COM:92050 ${year} ${detail} = ${[120, 131][index]} (${[4, 5][index]}, null)`,
      ]),
    ),
  );
  const totals = cells.filter(({ breakdown, line }) => breakdown === '' && line > 2);
  expect(totals.map(told)).toEqual([
    '3 PRIVATE_ESTABLISHMENTS COM:92050 2022 total = 2 (2, null)',
    '3 PRIVATE_JOBS COM:92050 2022 total = 40 (2, null)',
    '4 PRIVATE_ESTABLISHMENTS COM:92002 2022 total = 1 (1, null)',
    '4 PRIVATE_JOBS COM:92002 2022 total = SUPPRESSED_PRODUCER (1, null)',
    '4 PRIVATE_ESTABLISHMENTS COM:92002 2023 total = 1 (1, null)',
    '4 PRIVATE_JOBS COM:92002 2023 total = MISSING (1, null)',
  ]);
  expect([...problems, ...aside]).toEqual([]);
});

test('Urssaf, wide, by NA17 and with labels for columns', async () => {
  const { cells, problems } = await reading(
    "Code département;Secteur NA17;Nombre d'établissements 2023;Masse salariale 2023\n92;OQ Administration, santé;10;1 234,56\n",
  );
  expect(cells.map(told)).toEqual([
    '2 PRIVATE_ESTABLISHMENTS DEP:92 2023 total = 10 (10, null)',
    '2 PAYROLL DEP:92 2023 total = 123456 (10, null)',
    '2 PRIVATE_ESTABLISHMENTS DEP:92 2023 SECTOR_A17=OQ = 10 (10, null)',
    '2 PAYROLL DEP:92 2023 SECTOR_A17=OQ = 123456 (10, null)',
  ]);
  expect(problems).toEqual([]);
});

test('Urssaf, wide: a line given twice is no double count, an unknown measure no column', async () => {
  const line = URSSAF_WIDE.split('\n')[1];
  expect(places((await reading(`${URSSAF_WIDE}${line}\n`)).problems)).toEqual([
    '5 code_ape LINE_TWICE 8899B',
  ]);
  expect(
    places((await reading(URSSAF_WIDE.replace('effectifs_salaries_2023', 'heures_2023'))).problems),
  ).toEqual(['1 heures_2023 COLUMN_UNKNOWN heures_2023']);
});

test('Urssaf, ESS: families and sectors, and the private economy that holds them', async () => {
  const { cells, problems, aside } = await reading(URSSAF_ESS);
  const jobs = cells.filter(({ indicator }) => indicator.endsWith('_JOBS'));
  expect(jobs.map(told)).toEqual([
    '2 ESS_JOBS REG:11 2022 total = 30500.25 (1200, null)',
    '2 ESS_JOBS REG:11 2022 SECTOR_A17=OQ = 30500.25 (1200, null)',
    '2 ESS_JOBS REG:11 2022 SECTOR_A88=88 = 30500.25 (1200, null)',
    '2 ESS_JOBS REG:11 2022 ESS_FAMILY=ASSOCIATION = 30500.25 (1200, null)',
    '2 ESS_JOBS REG:11 2022 ESS_FAMILY=ASSOCIATION|SECTOR_A17=OQ = 30500.25 (1200, null)',
    '2 ESS_JOBS REG:11 2022 ESS_FAMILY=ASSOCIATION|SECTOR_A88=88 = 30500.25 (1200, null)',
    '2 PRIVATE_JOBS REG:11 2022 total = 30500.25 (1200, null)',
    '2 PRIVATE_JOBS REG:11 2022 SECTOR_A17=OQ = 30500.25 (1200, null)',
    '2 PRIVATE_JOBS REG:11 2022 SECTOR_A88=88 = 30500.25 (1200, null)',
    // Two divisions that the producer joins are of one sector, and of no division.
    '3 ESS_JOBS REG:11 2022 total = 10 (2, null)',
    '3 ESS_JOBS REG:11 2022 SECTOR_A17=DE = 10 (2, null)',
    '3 ESS_JOBS REG:11 2022 ESS_FAMILY=COOPERATIVE = 10 (2, null)',
    '3 ESS_JOBS REG:11 2022 ESS_FAMILY=COOPERATIVE|SECTOR_A17=DE = 10 (2, null)',
    '3 PRIVATE_JOBS REG:11 2022 total = 10 (2, null)',
    '3 PRIVATE_JOBS REG:11 2022 SECTOR_A17=DE = 10 (2, null)',
    '4 PRIVATE_JOBS REG:11 2022 total = 9000 (800, null)',
    '4 PRIVATE_JOBS REG:11 2022 SECTOR_A17=OQ = 9000 (800, null)',
    '4 PRIVATE_JOBS REG:11 2022 SECTOR_A88=88 = 9000 (800, null)',
  ]);
  expect(cells.find(({ indicator }) => indicator === 'ESS_PAYROLL')?.value).toBe(81_234_567_890);
  expect([...problems, ...aside]).toEqual([]);
});

test('Urssaf, ESS: half of the economy makes no share, France is no territory here', async () => {
  const inside = URSSAF_ESS.split('\n').slice(0, 3).join('\n');
  expect(places((await reading(inside)).problems)).toEqual(['1 (Champ ESS)? HALF_OF_THE_ECONOMY -']);
  const france = 'famille;annee;effectifs\nAssociations;2022;1900000\n';
  expect(places((await reading(france)).aside)).toEqual(['2 - LEVEL_NOT_KEPT -']);
});

test('the form of producers: French words, labels, euros in cents, statuses that stay distinct', async () => {
  const { cells, problems, aside } = await reading(CELLS);
  expect(cells.map(told)).toEqual([
    '2 ESS_JOBS COM:92050 2023 ESS_FAMILY=ASSOCIATION = 1234 (12, 400)',
    '3 ESS_JOBS COM:92002 2023 ESS_FAMILY=COOPERATIVE|SECTOR_A17=OQ = SUPPRESSED_PRODUCER',
    '4 ESS_PAYROLL DEP:92 2023 total = 123456 PROVISIONAL',
    '5 ESS_FTE EPT:200057982 - total = 987.5',
    '6 ESS_ESTABLISHMENTS COM:92047 2023 total = MISSING',
    '7 ESS_ESTABLISHMENTS REG:11 2023 total = 0 (0, null)',
  ]);
  expect([...problems, ...aside]).toEqual([]);
});

test('the form of producers: what does not hold together is refused, and what may be secret is not quoted', async () => {
  const header = 'indicator,territory,level,period,sector_a17,sector_a88,value,status,units,largest\n';
  const rows: [row: string, refused: string[]][] = [
    ['ESS_JOBS,COM:92050,,2023,,,12,secret,,', ['value SECRET_VALUE_PRESENT -']],
    ['ESS_JOBS,COM:92050,,2023,,,,secret,1,12', ['largest SECRET_VALUE_PRESENT -']],
    ['ESS_JOBS,COM:92050,,2023,,,12,manquant,,', ['value VALUE_WITHOUT_STATUS 12']],
    ['ESS_JOBS,COM:92050,,2023,,,,,,', ['value VALUE_MISSING -']],
    ['ESS_JOBS,COM:92050,,2023,,,12,,0,', ['units UNITS_CONTRADICT_VALUE -']],
    ['ESS_JOBS,COM:92050,,2023,,,12,,3,13', ['largest LARGEST_ABOVE_VALUE -']],
    ['ESS_JOBS,COM:92050,,2023,,,12,,2,5', ['largest LARGEST_CONTRADICTS_UNITS -']],
    ['ESS_JOBS,COM:92050,,2023,,,12.5,,,', ['value NOT_A_WHOLE_NUMBER 12.5']],
    ['ESS_JOBS,COM:92050,,2023,,,-3,,,', ['value NEGATIVE_NUMBER -3']],
    ['ESS_JOBS,COM:92050,,2023,,,12,?,,', ['status STATUS_UNKNOWN ?']],
    ['ESS_JOBS_SHARE,COM:92050,,2023,,,0.1,,,', ['indicator INDICATOR_COMPUTED ESS_JOBS_SHARE']],
    ['EMPLOIS,COM:92050,,2023,,,1,,,', ['indicator INDICATOR_UNKNOWN EMPLOIS']],
    ['ESS_JOBS,Nanterre,,2023,,,1,,,', ['territory TERRITORY_MALFORMED Nanterre']],
    ['ESS_JOBS,92,,2023,,,1,,,', ['territory TERRITORY_MALFORMED 92']],
    ['ESS_JOBS,92,Canton,2023,,,1,,,', ['level LEVEL_UNKNOWN Canton']],
    ['ESS_JOBS,COM:92050,,31/12/2023,,,1,,,', ['period NOT_A_YEAR 31/12/2023']],
    ['ESS_JOBS,COM:92050,,2023,ZZ,,1,,,', ['sector_a17 CODE_UNKNOWN ZZ']],
    ['ESS_JOBS,COM:92050,,2023,,8,1,,,', ['sector_a88 CODE_UNKNOWN 8']],
    ['ESS_JOBS,COM:92050,,2023,AZ,88,1,,,', ['sector_a88 TWO_SECTORS 88']],
    [
      'EMPLOIS,Nanterre,,hier,,,x,,,',
      [
        'indicator INDICATOR_UNKNOWN EMPLOIS',
        'territory TERRITORY_MALFORMED Nanterre',
        'period NOT_A_YEAR hier',
        'value NOT_A_NUMBER x',
      ],
    ],
    ['ESS_JOBS,92,Département,2023,OQ,,1,,,', []],
  ];
  const { problems } = await reading(header + rows.map(([row]) => `${row}\n`).join(''));
  expect(places(problems)).toEqual(
    rows.flatMap(([, refused], index) => refused.map((each) => `${index + 2} ${each}`)),
  );
});
