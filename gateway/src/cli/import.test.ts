import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettingsError } from '@graphess/subgraph-kit';
import { expect, test } from 'vitest';
import { importCommand } from './import-command.ts';
import { fileProgress, progressLine } from './import-progress.ts';
import { importReport } from './import-report.ts';

const TODAY = '2026-03-02';
const refused = (...line: string[]): string => {
  try {
    importCommand(line, TODAY);
    return 'accepted';
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return error.message.split('\n\nUsage')[0] ?? '';
  }
};

test('a command says what is read, where it goes, and how', () => {
  expect(importCommand(['flores', 'a/DS_FLORES_A17_2023_CSV_FR.zip'], TODAY)).toEqual({
    kind: 'flores',
    path: 'a/DS_FLORES_A17_2023_CSV_FR.zip',
    datasetCode: 'ESS-FLORES',
    label: 'DS_FLORES_A17_2023_CSV_FR.zip',
    source: 'DS_FLORES_A17_2023_CSV_FR.zip',
    geographyDate: '2026-01-01',
    dryRun: false,
    report: null,
  });
  const line = [
    'cells',
    'f.csv',
    '--dataset',
    'X',
    '--label',
    'Été',
    '--geography',
    '2024-01-01',
    '--dry-run',
    '--report',
    'r.csv',
  ];
  expect(importCommand(line, TODAY)).toEqual({
    kind: 'cells',
    path: 'f.csv',
    datasetCode: 'X',
    label: 'Été',
    source: 'f.csv',
    geographyDate: '2024-01-01',
    dryRun: true,
    report: 'r.csv',
  });
});

test('a command that is wrong says all that is', () => {
  expect(refused().split('\n')[0]).toBe('Usage :');
  expect(refused('xlsx', 'a')).toBe('« xlsx » ne s’importe pas.');
  expect(refused('cells')).toBe(
    'La commande est incorrecte :\n  - le fichier à lire manque\n  - --dataset manque',
  );
  expect(refused('sirene', 'a', 'b', '--dataset', 'X')).toBe(
    'La commande est incorrecte :\n  - « b » est de trop\n  - « sirene » n’a pas d’option --dataset',
  );
  expect(refused('flores', 'a', '--geography', '2024-02-30', '--label')).toBe(
    'La commande est incorrecte :\n  - --label attend une valeur\n  - --geography attend un jour, par exemple 2024-01-01',
  );
  expect(refused('constructor', 'a')).toBe('« constructor » ne s’importe pas.');
});

test('progress is a bar on a terminal, plain lines elsewhere', () => {
  const progress = { bytes: 1_500_000, lines: 12_345, size: 3_000_000 };
  expect(progressLine(progress, 10, true)).toBe(
    `[${'█'.repeat(12)}${' '.repeat(12)}]   50 %  1,5 Mo  12\u202f345 lignes  1\u202f235 lignes/s`,
  );
  const draw = (isTTY: boolean) => {
    const written: string[] = [];
    let now = 0;
    const told = fileProgress({ isTTY, write: (text) => written.push(text) }, () => now);
    for (now = 1; now < 12_000; now += 50) told.tell(progress);
    told.end();
    return written;
  };
  const terminal = draw(true);
  const log = draw(false);
  expect([
    terminal.every((text) => text === '\n' || text.startsWith('\r\u001b[2K[')),
    terminal.length > 100,
  ]).toEqual([true, true]);
  expect([log.every((text) => text.startsWith(' 50 %') && text.endsWith('\n')), log.length]).toEqual([
    true,
    3,
  ]);
});

test('the report has every line, and no cell of it is a formula', () => {
  const folder = mkdtempSync(join(tmpdir(), 'graphess-report-'));
  try {
    const path = join(folder, 'rapport.csv');
    const report = importReport(path);
    report.add({
      line: 2,
      column: 'valeur',
      code: 'NOT_A_NUMBER',
      message: 'Non « lu ».',
      raw: '=1+"1"',
      refused: true,
    });
    report.add({
      line: 3,
      column: null,
      code: 'LEVEL_NOT_KEPT',
      message: 'Hors champ.',
      raw: null,
      refused: false,
    });
    report.add({
      line: 4,
      column: null,
      code: 'LEVEL_NOT_KEPT',
      message: 'Hors champ.',
      raw: null,
      refused: false,
    });
    report.close();
    expect(readFileSync(path, 'utf8')).toBe(
      [
        '\uFEFF"ligne";"colonne";"code";"message";"valeur";"suite"',
        '"2";"valeur";"NOT_A_NUMBER";"Non « lu ».";"\'=1+""1""";"refusée"',
        '"3";"";"LEVEL_NOT_KEPT";"Hors champ.";"";"écartée"',
        '"4";"";"LEVEL_NOT_KEPT";"Hors champ.";"";"écartée"',
        '',
      ].join('\r\n'),
    );
    expect(report.lines()).toEqual([
      '  ligne 2, colonne « valeur » : Non « lu ». [NOT_A_NUMBER] =1+"1"',
      '         1 refusées  NOT_A_NUMBER',
      '         2 écartées  LEVEL_NOT_KEPT',
    ]);
    expect(() => importReport(join(folder, 'nulle-part', 'r.csv'))).toThrow(SettingsError);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
