import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { testSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { grants } from '../grants.ts';
import { importGrants, type ReportedLine } from './import-grants.ts';
import { WORKBOOK } from './workbook.fixture.ts';

let graph: TestSubgraph;
const folder = mkdtempSync(join(tmpdir(), 'graphess-scdl-'));
const NOW = new Date('2026-03-02T10:00:00Z');

beforeAll(async () => {
  graph = await testSubgraph(grants);
});
beforeEach(() => graph.db.query('DELETE FROM published_grant_file'));
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await graph.stop();
});

async function bring(text: string | Buffer, { source = 'essai', dryRun = false, name = 'essai.csv' } = {}) {
  const path = join(folder, name);
  writeFileSync(path, text);
  const told: ReportedLine[] = [];
  const outcome = await importGrants(
    graph.db,
    { path, source, dryRun },
    { now: NOW, onLine: (line) => told.push(line) },
  );
  return {
    ...outcome,
    told: told.map(({ line, column, code, raw, refused }) => [line, column, code, raw, refused]),
  };
}

type Listed = { totalCount: number; totalAmount: { cents: number }; nodes: Record<string, unknown>[] };

async function listed(filter: object | null = null): Promise<Listed> {
  const { data, errors } = await graph.run(
    `query ($filter: PublishedGrantFilter) { publishedGrants(filter: $filter, first: 100) { totalCount totalAmount { cents }
       nodes { line year agreedOn grantorName grantorSiret reference beneficiaryName beneficiarySiret beneficiarySiren
               beneficiaryRna object amount { cents } paidFrom paidTo } } }`,
    { filter },
  );
  expect(errors).toBeUndefined();
  return data?.publishedGrants as Listed;
}

async function files() {
  const { data } = await graph.run(
    '{ publishedGrantFiles { source fileName read kept quarantined problems { code count } } }',
  );
  return data?.publishedGrantFiles;
}

const HEADER =
  'nomAttribuant,idAttribuant,dateConvention,referenceDecision,nomBeneficiaire,idBeneficiaire,rnaBeneficiaire,objet,montant,nature,conditionsVersement,datesPeriodeVersement,idRAE,notificationUE,pourcentageSubvention,dispositifAide';
const line = (
  name: string,
  id: string,
  amount: string,
  rest = ',aide en numéraire,unique,2017-03-09,,non,1,',
) => `ANTIBES,21060004500392,2017-01-10,R1,${name},${id},,Un projet,${amount}${rest}`;

test('a file of the schema is kept as it says', async () => {
  const { accepted, lines, told } = await bring(
    [HEADER, line('Les Jardins', '73282932000074', '1000.50')].join('\n'),
  );
  expect([accepted, told, lines]).toEqual([
    true,
    [],
    [
      'Lignes lues : 1 ; gardées : 1 ; mises de côté : 0.',
      'Colonnes ignorées : idRAE, notificationUE, pourcentageSubvention, dispositifAide.',
      'Subventions ajoutées : 1 ; déjà connues : 0.',
    ],
  ]);
  expect(await listed()).toEqual({
    totalCount: 1,
    totalAmount: { cents: 100_050 },
    nodes: [
      {
        line: 2,
        year: 2017,
        agreedOn: '2017-01-10',
        grantorName: 'ANTIBES',
        grantorSiret: '21060004500392',
        reference: 'R1',
        beneficiaryName: 'Les Jardins',
        beneficiarySiret: '73282932000074',
        beneficiarySiren: '732829320',
        beneficiaryRna: null,
        object: 'Un projet',
        amount: { cents: 100_050 },
        paidFrom: '2017-03-09',
        paidTo: '2017-03-09',
      },
    ],
  });
});

test('what real files do: every line is kept or put aside, with its line, column, code and cell', async () => {
  const { told } = await bring(
    [
      HEADER,
      line('Cantine', '73282932000074', '24 975,00'),
      line('Repair café', '73282932000000', '24\u00A0975'),
      line('Vélo', '7,86E+13'.replace(',', '.'), '300.0'),
      line('Association sans numéro', '', '100'),
      line('Mme Dupont', '', '100'),
      line('Quelqu’un', '1850692123456', '100'),
      line('Ressourcerie', '732829320', 'NC'),
      line('', '732829320', '100'),
      line('Trop, de, virgules', '732829320', '100'),
      `${line('Traînée', '73282932000074', '50')},,,,`,
      '',
      ',,,,,,,,,,',
    ].join('\r\n'),
  );
  expect(told).toEqual([
    [3, 'beneficiaryId', 'SIRET_ROUNDED', '73282932000000', false],
    [4, 'beneficiaryId', 'ID_IN_POWERS_OF_TEN', '7.86E+13', false],
    [5, 'beneficiaryId', 'ID_MISSING', null, false],
    [5, 'beneficiaryName', 'NAME_WITHHELD', null, false],
    [6, 'beneficiaryName', 'NAME_OF_A_PERSON', null, true],
    [6, 'beneficiaryId', 'ID_MISSING', null, false],
    [7, 'beneficiaryId', 'ID_OF_A_PERSON', null, true],
    [8, 'amount', 'AMOUNT_UNREADABLE', 'NC', true],
    [8, 'beneficiaryId', 'SIREN_ONLY', '732829320', false],
    [9, 'beneficiaryName', 'NAME_MISSING', null, true],
    [9, 'beneficiaryId', 'SIREN_ONLY', '732829320', false],
    [10, null, 'CELL_COUNT', '18', true],
  ]);
  const { nodes, totalAmount } = await listed();
  expect(nodes.map((node) => [node['line'], node['beneficiaryName'], node['amount']]).toSorted()).toEqual([
    [11, 'Traînée', { cents: 5_000 }],
    [2, 'Cantine', { cents: 2_497_500 }],
    [3, 'Repair café', { cents: 2_497_500 }],
    [4, 'Vélo', { cents: 30_000 }],
    [5, null, { cents: 10_000 }],
  ]);
  expect(totalAmount).toEqual({ cents: 5_040_000 });
  expect(await files()).toMatchObject([{ read: 10, kept: 5, quarantined: 5 }]);
  const aside: { line: number; code: string; raw: string | null }[] = await graph.db.query(
    'SELECT line, code, raw FROM published_grant_quarantine ORDER BY line, rank',
  );
  expect([
    aside.length,
    JSON.stringify(aside).includes('Dupont'),
    JSON.stringify(aside).includes('1850692'),
  ]).toEqual([8, false, false]);
});

test('Windows-1252, semicolons, headers in words, years for dates', async () => {
  const text =
    " Nom de l'attributaire* ;Identification de l'attribuant;Date de la convention (JJ/MM/AAAA);Nom du bénéficiaire*;Identification du bénéficiaire;Objet de la convention;Montant total de la subvention*;Colonne1\r\n" +
    'Département;22440002800011;2014;CLUB DE PLONGÉE;732829320;Été;250,0;\r\n';
  const { told } = await bring(Buffer.from(text, 'latin1'));
  const { nodes } = await listed();
  expect([told, nodes]).toEqual([
    [
      [2, 'beneficiaryId', 'SIREN_ONLY', '732829320', false],
      [2, 'agreedOn', 'YEAR_FOR_A_DATE', '2014', false],
    ],
    [
      expect.objectContaining({
        ...{ year: 2014, agreedOn: null, beneficiaryName: 'CLUB DE PLONGÉE', object: 'Été' },
        amount: { cents: 25_000 },
      }),
    ],
  ]);
});

test('a workbook is read as well, its numbers as they are', async () => {
  const { told } = await bring(WORKBOOK, { name: 'essai.xlsx' });
  expect([told, (await listed()).nodes]).toEqual([
    [[2, 'grantorSiret', 'ID_MISSING', null, false]],
    [
      expect.objectContaining({
        ...{ line: 2, year: 2019, beneficiaryName: 'Ressourcerie', beneficiarySiret: '73282932000074' },
        amount: { cents: 100_050 },
      }),
    ],
  ]);
});

test('the same file changes nothing; another of the same source adds what it has more', async () => {
  const one = [HEADER, line('A', '73282932000074', '100'), line('A', '73282932000074', '100')];
  await bring(one.join('\n'));
  const again = await bring(one.join('\n'));
  const longer = await bring(
    [...one, line('A', '73282932000074', '100'), line('B', '73282932000074', '7')].join('\n'),
  );
  const elsewhere = await bring(one.join('\n'), { source: 'ailleurs' });
  expect([again, longer, elsewhere].map(({ lines }) => lines.at(-1))).toEqual([
    'Ce fichier a déjà été importé : rien n’a changé.',
    'Subventions ajoutées : 2 ; déjà connues : 2.',
    'Subventions ajoutées : 2 ; déjà connues : 0.',
  ]);
  expect([(await listed()).totalCount, (await listed({ source: 'essai' })).totalAmount]).toEqual([
    6,
    { cents: 30_700 },
  ]);
});

test('the same file brought twice at once is brought once', async () => {
  const text = [HEADER, line('A', '73282932000074', '100')].join('\n');
  const both = await Promise.all([bring(text), bring(text)]);
  expect(both.map(({ lines }) => lines.at(-1)).toSorted()).toEqual([
    'Ce fichier a déjà été importé : rien n’a changé.',
    'Subventions ajoutées : 1 ; déjà connues : 0.',
  ]);
  expect((await listed()).totalCount).toBe(1);
});

test('a rehearsal writes nothing', async () => {
  const { lines } = await bring([HEADER, line('A', '73282932000074', '100')].join('\n'), { dryRun: true });
  expect([lines.at(-1), (await listed()).totalCount, await files()]).toEqual(['Rien n’a été écrit.', 0, []]);
});

test.each([
  ['a file without amounts', 'nomBeneficiaire;dateConvention\nA;2017-01-10\n', 'essai.csv', 'COLUMN_MISSING'],
  ['an empty file', '', 'essai.csv', 'COLUMN_MISSING'],
  ['a picture', Buffer.from([0x89, 0x50, 0, 1]), 'essai.csv', 'NOT_TEXT'],
  ['a workbook that is none', 'PK', 'essai.xlsx', 'NOT_XLSX'],
])('%s is refused whole', async (_what, content, name, code) => {
  const { accepted, lines } = await bring(content, { name });
  expect([accepted, lines[0]?.endsWith(`[${code}]`), await files()]).toEqual([false, true, []]);
});

test('a list is filtered by each of its criteria, and pages cost what one costs', async () => {
  await bring(
    [HEADER, line('Cantine solidaire', '73282932000074', '100'), line('Vélo', '21060004500392', '7')].join(
      '\n',
    ),
  );
  const of = async (filter: object) => (await listed(filter)).nodes.map((node) => node['beneficiaryName']);
  expect(
    await Promise.all(
      [
        { search: 'cantine' },
        { siren: '210600045' },
        { minCents: 701 },
        { maxCents: 700 },
        { years: [2016] },
      ].map(of),
    ),
  ).toEqual([['Cantine solidaire'], ['Vélo'], ['Cantine solidaire'], ['Vélo'], []]);
  expect((await graph.statementsOf(() => listed())).length).toBe(2);
});
