import { createHash } from 'node:crypto';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anAward } from '../testing/decided-edition.fixture.ts';
import { download } from '../testing/download.fixture.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import type { AwardOfRecord } from './award-of-record.ts';
import { problemsOfRow } from './check-scdl-row.ts';
import { errorsOfScdlFile } from './scdl-reader.fixture.ts';
import { scdlRowOf } from './scdl-row.rules.ts';
import type { ScdlRow } from './scdl-schema.ts';

const FILE = '/open-data/scdl/edition-4.csv';
const GRANTOR = { name: 'Département', siren: '229200506', siret: '22920050600017' };

let graph: TestSubgraph;

beforeAll(async () => {
  graph = await loadedGrants();
  await anAward(graph.db, {
    id: 'APP:test-1',
    reference: 'PROGRESS-4-001',
    cents: 1_234_567,
    siret: '73282932000074',
    title: '=HYPERLINK("http://example.org")',
    terms: 'INSTALMENTS',
    agreement: { signedOn: '2026-04-02', startsOn: '2026-04-02', endsOn: '2027-04-01' },
    payments: [
      [1_000_000, '2026-05-01', '2026-05-07'],
      [234_567, '2026-11-01', null],
    ],
  });
  await anAward(graph.db, {
    id: 'APP:test-2',
    reference: 'PROGRESS-4-002',
    cents: 500_000,
    rna: 'W922001234',
    applicantName: 'Les « Jardins », du Port',
    title: `Un titre\nsur deux lignes ${'é'.repeat(300)}`,
    payments: [[500_000, '2026-05-01', null]],
  });
  // Invented laureates are shown in the graph, never in a file of record.
  await graph.db.query(`
    INSERT INTO application (id, call_id, organization_id, applicant_name, summary, action_territories, state, is_demonstration, source_ids)
    VALUES ('APP:4-demo', 'CALL:4', 'ORG:demo', 'Démonstration', 'Un projet.', '{}', 'AWARDED', true, '{demonstration}')`);
});
afterAll(() => graph.stop());

const asked = async (edition: number) => {
  const { data } = await graph.run(
    'query ($edition: Int!) { scdlFile(edition: $edition) { url schemaVersion rowCount sha256 validationErrors generatedAt } }',
    { edition },
  );
  return data?.scdlFile;
};

test('a decided edition has a file, that an independent reading accepts and the graph describes', async () => {
  const { bytes, status, headers } = await download(graph, FILE);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(await asked(4)).toEqual({
    url: expect.stringMatching(/\/open-data\/scdl\/edition-4\.csv$/),
    schemaVersion: '2.1.1',
    rowCount: 2,
    sha256,
    validationErrors: 0,
    generatedAt: expect.stringMatching(/^2026-03-02T10:00:/),
  });
  expect([status, headers['etag'], headers['content-type'], errorsOfScdlFile(bytes)]).toEqual([
    200,
    `"${sha256}"`,
    'text/csv; charset=utf-8; header=present',
    [],
  ]);
});

test('its lines are the laureates of the edition, and say what is known of each', async () => {
  const { bytes } = await download(graph, FILE);
  const lines: Record<string, string>[] = parse(bytes, { columns: true });
  const { data } = await graph.run(
    '{ laureates(filter: { editions: [4], isDemonstration: false }, orderBy: AMOUNT_DESC, first: 100) { nodes { applicantName awarded { cents } } } }',
  );
  const laureates = data?.laureates as {
    nodes: { applicantName: string; awarded: { cents: number } }[];
  };
  expect(lines.map(({ nomBeneficiaire, montant }) => [nomBeneficiaire, montant])).toEqual(
    laureates.nodes.map(({ applicantName, awarded }) => [applicantName, (awarded.cents / 100).toFixed(2)]),
  );
  expect(lines).toEqual([
    {
      nomAttribuant: 'Département des Hauts-de-Seine',
      idAttribuant: '22920050600017',
      dateConvention: '2026-04-02',
      referenceDecision: 'PROGRESS-4-001',
      nomBeneficiaire: 'BicyclAide',
      idBeneficiaire: '73282932000074',
      rnaBeneficiaire: '',
      objet: '\'=HYPERLINK("http://example.org")',
      montant: '12345.67',
      nature: 'aide en numéraire',
      conditionsVersement: 'échelonné',
      datesPeriodeVersement: '2026-05-07/2026-11-01',
      idRAE: '',
      notificationUE: 'non',
      pourcentageSubvention: '1.00',
      dispositifAide: 'CALL:4',
    },
    {
      ...lines[0],
      dateConvention: '2026-03-16',
      referenceDecision: 'PROGRESS-4-002',
      nomBeneficiaire: 'Les « Jardins », du Port',
      idBeneficiaire: '',
      rnaBeneficiaire: 'W922001234',
      objet: `Un titre sur deux lignes ${'é'.repeat(230)}…`,
      montant: '5000.00',
      conditionsVersement: 'unique',
      datesPeriodeVersement: '2026-05-01',
    },
  ]);
});

/** Writes an award of another amount, in its details and of record. */
const amounts = (cents: number) =>
  graph.db.transaction(async (tx) => {
    await tx.query(`UPDATE application SET awarded_cents = $1 WHERE id = 'APP:test-2'`, [cents]);
    await tx.query(`UPDATE award SET cents = $1 WHERE application_id = 'APP:test-2'`, [cents]);
  });

test('who has the file is not sent it again, and gets it again once an award changes', async () => {
  const first = await download(graph, FILE);
  const etag = first.headers['etag'] ?? '';
  const again = await download(graph, FILE, { 'if-none-match': `W/"other", ${etag}` });
  await amounts(500_001);
  const changed = await download(graph, FILE, { 'if-none-match': etag });
  await amounts(500_000);
  const back = await download(graph, FILE, { 'if-none-match': etag });
  expect([again.status, again.bytes.length, changed.status, back.status]).toEqual([304, 0, 200, 304]);
});

test('an edition that documents tell of has no file, nor one that does not exist', async () => {
  expect(await Promise.all([1, 2, 3, 99].map(asked))).toEqual([null, null, null, null]);
  for (const name of ['edition-1.csv', 'edition-99.csv', 'edition-04.csv', 'edition-4.xlsx']) {
    expect((await download(graph, `/open-data/scdl/${name}`)).status).toBe(404);
  }
});

test('a laureate that nothing identifies is in the file, and counted as an error of it', async () => {
  await graph.db.query(`UPDATE application SET applicant_rna = NULL WHERE id = 'APP:test-2'`);
  const { bytes } = await download(graph, FILE);
  expect([await asked(4), errorsOfScdlFile(bytes)]).toEqual([
    expect.objectContaining({ rowCount: 2, validationErrors: 1 }),
    ['3: one of idBeneficiaire, rnaBeneficiaire'],
  ]);
  await graph.db.query(`UPDATE application SET applicant_rna = 'W922001234' WHERE id = 'APP:test-2'`);
});

const AWARD: AwardOfRecord = {
  applicationId: 'APP:x',
  callId: 'CALL:4',
  applicantName: 'Une structure',
  siret: '73282932000074',
  rna: 'W922001234',
  title: 'Un projet',
  summary: 'Un résumé',
  cents: 500_000,
  reference: 'R',
  terms: 'SINGLE',
  decidedOn: '2026-03-16',
  signedOn: null,
  startsOn: null,
  endsOn: null,
  firstPaidOn: null,
  lastPaidOn: null,
};

describe('each rule of the schema, broken alone, is found', () => {
  const right = scdlRowOf(AWARD, GRANTOR);
  test.each<[Partial<ScdlRow>, string]>([
    [{ nomAttribuant: '' }, 'nomAttribuant MISSING'],
    [{ idAttribuant: '2292005060001' }, 'idAttribuant PATTERN, idAttribuant NOT_A_SIRET'],
    [{ idAttribuant: '22920050600016' }, 'idAttribuant NOT_A_SIRET'],
    [{ dateConvention: '' }, 'dateConvention MISSING'],
    [{ dateConvention: '2026-02-30' }, 'dateConvention NOT_A_DATE'],
    [{ nomBeneficiaire: '' }, 'nomBeneficiaire MISSING'],
    [{ idBeneficiaire: '73282932000079' }, 'idBeneficiaire NOT_A_SIRET'],
    [{ idBeneficiaire: '', rnaBeneficiaire: '' }, 'idBeneficiaire NO_BENEFICIARY_ID'],
    [{ rnaBeneficiaire: 'W9G2001932' }, 'rnaBeneficiaire PATTERN'],
    [{ objet: '' }, 'objet MISSING'],
    [{ objet: 'é'.repeat(257) }, 'objet TOO_LONG'],
    [{ montant: '' }, 'montant MISSING'],
    [{ montant: '5000,00' }, 'montant NOT_A_NUMBER'],
    [{ nature: 'en numéraire' }, 'nature NOT_IN_LIST'],
    [{ conditionsVersement: '' }, 'conditionsVersement MISSING'],
    [{ datesPeriodeVersement: '2026-01-01_2026-02-01' }, 'datesPeriodeVersement PATTERN'],
    [{ idRAE: '123456' }, 'idRAE TOO_LONG'],
    [{ notificationUE: 'true' }, 'notificationUE NOT_YES_OR_NO'],
    [{ pourcentageSubvention: '100' }, 'pourcentageSubvention OUT_OF_RANGE'],
    [{ pourcentageSubvention: '0' }, 'pourcentageSubvention OUT_OF_RANGE'],
  ])('%j', (broken, expected) => {
    const row = { ...right, ...broken };
    const told = problemsOfRow(row).map(({ column, code }) => `${column} ${code}`);
    const file = Buffer.from(
      [Object.keys(row), Object.values(row)]
        .map((cells) => cells.map((c) => `"${c}"`).join(','))
        .join('\r\n'),
    );
    expect([problemsOfRow(right), told.join(', '), errorsOfScdlFile(file).length > 0]).toEqual([
      [],
      expected,
      true,
    ]);
  });
});
