import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { DIMENSION_CODES } from '../cube/dimension.catalogue.ts';
import { INDICATOR_CODES } from '../indicator/indicator.code.ts';
import { SOURCE_STATUSES } from './source-cell.ts';

const FOLDER = dirname(fileURLToPath(import.meta.url));
const DOCUMENT = readFileSync(join(FOLDER, '../../../../docs/import.md'), 'utf8');
const WORD = /[A-Z]+(?:_[A-Z0-9]+)+/g;
/** Words of data, not of problems. */
const VOCABULARY = new Set<string>([
  ...INDICATOR_CODES,
  ...DIMENSION_CODES,
  ...SOURCE_STATUSES,
  ...[
    'SOCIETE_ESS',
    'OBS_VALUE_NIVEAU',
    'OBS_VALUE',
    'OBS_STATUS',
    'FLORES_MEASURE',
    'UNIT_LOC',
    'NUMBER_EMPL',
  ],
  ...[
    'URSSAF_WIDE',
    'URSSAF_ESS',
    'UNKNOWN_DATASET',
    'UNKNOWN_UPLOAD',
    'TIME_PERIOD',
    'LEGAL_FORM_WITH_PUBLIC',
    'ECONOMIC_SPHERE',
  ],
]);

test('the codes of problems are those that the document tells', () => {
  const sources = globSync('*.ts', { cwd: FOLDER, exclude: ['*.test.ts', '*.fixture.ts'] });
  const used = sources.flatMap((file) => [
    ...readFileSync(join(FOLDER, file), 'utf8')
      .replaceAll(/'CSV_\w+'/g, '')
      .matchAll(/'([A-Z]+(?:_[A-Z0-9]+)+)'/g),
  ]);
  const codes = new Set(used.map(([, code = '']) => code).filter((code) => !VOCABULARY.has(code)));
  const told = new Set(
    [...DOCUMENT.matchAll(WORD)].map(([code]) => code).filter((code) => !VOCABULARY.has(code)),
  );
  told.delete('DS_FLORES');
  // One word: the pattern above takes those of several.
  codes.add('WORKBOOK');
  told.add('WORKBOOK');
  expect([...codes].sort()).toEqual([...told].sort());
});
