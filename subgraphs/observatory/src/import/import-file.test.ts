import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VISITOR } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anObservatory, NOW } from '../observatory.fixture.ts';
import { importFile } from './import-file.ts';
import type { ImportOutcome, ImportRequest, ReportedRow } from './import-request.ts';

let observatory: TestSubgraph;
let folder: string;
beforeAll(async () => {
  observatory = await anObservatory();
  await observatory.db.query(`INSERT INTO shown_area VALUES ('DEP:92') ON CONFLICT DO NOTHING`);
  folder = mkdtempSync(join(tmpdir(), 'graphess-import-test-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await observatory.stop();
});

async function run(text: string, request: Partial<ImportRequest> = {}) {
  const path = join(folder, 'fichier.csv');
  writeFileSync(path, text);
  const rows: ReportedRow[] = [];
  const stages: string[] = [];
  const outcome: ImportOutcome = await importFile(
    observatory.open.newContext(VISITOR, 'test').background,
    {
      kind: 'flores',
      path,
      datasetCode: 'ESS-FLORES',
      label: 'Essai 2023',
      geographyDate: '2026-01-01',
      dryRun: false,
      ...request,
    },
    {
      now: NOW,
      signal: new AbortController().signal,
      onProgress: () => {},
      onStage: (sentence) => stages.push(sentence),
      onRow: (row) => rows.push(row),
    },
  );
  return {
    ...outcome,
    stages,
    rows: rows.map(({ line, code, refused }) => `${line} ${code}${refused ? '' : ' écartée'}`),
  };
}

const HEADER =
  'GEO;GEO_OBJECT;ACTIVITY;LEGAL_FORM_WITH_PUBLIC;FLORES_MEASURE;OBS_STATUS;TIME_PERIOD;OBS_VALUE\n';
const FILE = `${HEADER}92050;COM;_T;1T9X7;JOBS;A;2023;1\n92050;COM;_T;1T9X7;UNIT_LOC;A;2023;3210
92002;COM;_T;1T9X7;UNIT_LOC;A;2023;1200\n92047;COM;_T;1T9X7;UNIT_LOC;A;2023;40\n69123;COM;_T;1T9X7;UNIT_LOC;A;2023;9\n`;

async function published(): Promise<number> {
  const [row]: { count: number }[] = await observatory.db.query(
    `SELECT count(*)::int AS count FROM observation WHERE dataset_code = 'ESS-FLORES'`,
  );
  return row?.count ?? 0;
}

test('a dry run tells what the real one does, and writes nothing', async () => {
  const dry = await run(FILE, { dryRun: true });
  expect([dry.accepted, await published()]).toEqual([true, 0]);
  const real = await run(FILE);
  expect(real.rows).toEqual(['2 MEASURE_NOT_KEPT écartée', '6 OUT_OF_AREA écartée']);
  expect(real.lines[0]).toBe('Millésime DS:ESS-FLORES/essai-2023 publié :');
  expect(dry.lines.slice(1)).toEqual(real.lines.slice(1));
  expect(await published()).toBe(3);
});

test('a file published twice is known', async () => {
  const again = await run(FILE, { label: 'Autre nom' });
  expect([again.accepted, again.lines]).toEqual([
    false,
    ['Ce fichier est déjà publié, dans le millésime « Essai 2023 ».', 'Rien n’a été publié.'],
  ]);
});

test('every problem is told once, those of lines and those of the whole', async () => {
  const before = await published();
  const { accepted, rows } = await run(
    `${HEADER}92050;COM;_T;1T9X7;UNIT_LOC;K;2024;12\n92050;COM;_T;1T9X7;UNIT_LOC;A;2024;douze
92002;COM;_T;1T9X7;UNIT_LOC;A;2024;5\n92002;COM;_T;1T9X7;UNIT_LOC;A;2024;6\n92999;COM;_T;1T9X7;UNIT_LOC;A;2024;6\n`,
    { label: 'Essai 2024' },
  );
  expect([accepted, rows]).toEqual([
    false,
    ['2 SECRET_VALUE_PRESENT', '3 NOT_A_NUMBER', '5 DUPLICATE_KEY', '6 TERRITORY_UNKNOWN'],
  ]);
  expect(await published()).toBe(before);
});

test('a file of another kind, or for no dataset, publishes nothing', async () => {
  expect((await run(FILE, { kind: 'urssaf', datasetCode: 'ESS-URSSAF' })).rows).toEqual(['1 LAYOUT_UNKNOWN']);
  expect(await run(FILE, { datasetCode: 'X' })).toMatchObject({
    accepted: false,
    lines: ['Le jeu de données « X » n’existe pas, ou ne se publie pas.'],
  });
});

test('movements and the register go their own way', async () => {
  const sirene =
    'siren,economieSocialeSolidaireUniteLegale,categorieJuridiqueUniteLegale\n219200508,O,9220\n';
  expect(await run(sirene, { kind: 'sirene' })).toMatchObject({
    accepted: true,
    lines: ['Unités légales lues : 1 ; organisations retrouvées : 0.', 'Catégories juridiques écrites : 0.'],
  });
  expect(await run('PK', { kind: 'movements' })).toMatchObject({
    accepted: false,
    rows: ['1 ARCHIVE_DAMAGED'],
  });
});
