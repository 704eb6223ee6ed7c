import { Readable } from 'node:stream';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anObservatory } from '../observatory.fixture.ts';
import { applySirene } from './apply-sirene.ts';
import { familyOf } from './ess-family.rules.ts';
import { readSirene } from './read-sirene.ts';
import { places } from './source-files.fixture.ts';

const HEADER =
  'siren,denominationUniteLegale,activitePrincipaleUniteLegale,economieSocialeSolidaireUniteLegale,categorieJuridiqueUniteLegale\n';
const file = (...lines: string[]) =>
  Readable.from([Buffer.from(HEADER + lines.map((each) => `${each}\n`).join(''))]);
const read = (...lines: string[]) => Array.fromAsync(readSirene(file(...lines), { fileName: 'sirene.csv' }));

test.each([
  ['9220', null, 'ASSOCIATION'],
  ['9220', false, 'ASSOCIATION'],
  ['5558', null, 'COOPERATIVE'],
  ['6411', null, 'MUTUELLE'],
  ['9300', null, 'FONDATION'],
  ['5710', true, 'SOCIETE_ESS'],
  ['5710', false, null],
  ['5710', null, null],
  ['9224', true, null],
  ['9900', true, null],
  ['8410', true, null],
  ['7210', true, null],
  ['1000', true, null],
  [null, true, null],
] as const)('category %s, stated %s: %s', (category, stated, family) => {
  expect(familyOf(category, stated)).toBe(family);
});

test('an extract of the register: what is not disclosed is unknown, what cannot be read is told', async () => {
  const items = await read(
    '229200506,DEPARTEMENT,84.11Z,N,7220',
    '219200508,"COMMUNE, DE NANTERRE",8411Z,,7210',
    '200057982,[ND],[ND],[ND],[ND]',
    '7.86E+13,X,8411Z,O,9220',
    '123456789,X,8411Z,O,9220',
    '219200029,X,84,X,92',
  );
  expect(items.flatMap((item) => (item.kind === 'unit' ? [item.unit] : []))).toEqual([
    { line: 2, siren: '229200506', isEss: false, legalCategory: '7220', naf: '8411Z' },
    { line: 3, siren: '219200508', isEss: null, legalCategory: '7210', naf: '8411Z' },
    { line: 4, siren: '200057982', isEss: null, legalCategory: null, naf: null },
  ]);
  expect(places(items.flatMap((item) => (item.kind === 'problem' ? [item.problem] : [])))).toEqual([
    '5 siren SCIENTIFIC_NUMBER 7.86E+13',
    '6 siren SIREN_MALFORMED 123456789',
    '7 economieSocialeSolidaireUniteLegale CODE_UNKNOWN X',
    '7 categorieJuridiqueUniteLegale CODE_MALFORMED 92',
    '7 activitePrincipaleUniteLegale CODE_MALFORMED 84',
  ]);
});

let observatory: TestSubgraph;
beforeAll(async () => {
  observatory = await anObservatory();
});
afterAll(() => observatory.stop());

async function apply(dryRun: boolean, ...lines: string[]) {
  const items = readSirene(file(...lines), { fileName: 'sirene.csv' });
  return applySirene(observatory.db, items, { dryRun, onProgress: () => {} });
}

async function legalForms(): Promise<(string | null)[]> {
  const rows: { legal_form: string | null }[] = await observatory.db.query(
    `SELECT legal_form FROM organization WHERE siret IS NOT NULL ORDER BY siret`,
  );
  return rows.map(({ legal_form }) => legal_form);
}

test('the register fills what is not known, and changes nothing that is', async () => {
  const [first, second]: { id: string }[] = await observatory.db.query(
    'SELECT id FROM organization ORDER BY id LIMIT 2',
  );
  const give = (id: string | undefined, siret: string, form: string | null) =>
    observatory.db.query('UPDATE organization SET siret = $2, legal_form = $3 WHERE id = $1', [
      id,
      siret,
      form,
    ]);
  await give(first?.id, '21920050800017', null);
  await give(second?.id, '22920050600017', '9220');
  const lines = ['219200508,A,8899B,O,5710', '229200506,B,8899B,,9230', '219200029,C,8899B,O,9220'];

  const dry = await apply(true, ...lines);
  expect(await legalForms()).toEqual([null, '9220']);
  const real = await apply(false, ...lines);
  expect(real).toEqual(dry);
  expect(await legalForms()).toEqual(['5710', '9220']);
  expect({ units: real.units, filled: real.filled, disagreements: real.disagreements }).toEqual({
    units: 3,
    filled: 1,
    disagreements: [
      { line: 3, organizationId: second?.id, code: 'LEGAL_CATEGORY_DISAGREES', ours: '9220', theirs: '9230' },
    ],
  });
  expect(real.matches.map(({ organizationId, family }) => [organizationId, family])).toEqual([
    [first?.id, 'SOCIETE_ESS'],
    [second?.id, 'ASSOCIATION'],
  ]);
  expect((await apply(false, ...lines)).filled).toBe(0);
});

test('a file with a line that cannot be read writes nothing', async () => {
  await observatory.db.query(`UPDATE organization SET legal_form = NULL WHERE siret = '21920050800017'`);
  const report = await apply(false, '219200508,A,8899B,O,5710', 'x,A,8899B,O,5710');
  expect(report.problems.map(({ line, code }) => [line, code])).toEqual([[3, 'SIREN_MALFORMED']]);
  expect(await legalForms()).toEqual([null, '9220']);
});
