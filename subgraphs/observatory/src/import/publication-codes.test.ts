import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { INDICATOR_CODES } from '../indicator/indicator.code.ts';
import { ObservationStatus } from '../observation/observation.status.ts';

const FOLDER = dirname(fileURLToPath(import.meta.url));
const DOCS = join(FOLDER, '../../../../docs');
const FILES = [
  '../publication/check-*.ts',
  '../publication/{publish-file,complete-sums,hide-cells,present-outcome}.ts',
  '../territory/{import-movements,read-movements}.ts',
];
/** Words of data, of outcomes and of the journal, not of problems. */
const VOCABULARY = new Set<string>([
  ...INDICATOR_CODES,
  ...Object.values(ObservationStatus),
  ...['COM_AP', 'NON_NEGATIVE', 'UNKNOWN_DATASET', 'UNKNOWN_UPLOAD', 'VINTAGE_PUBLISHED'],
]);

function usedCodes(): string[] {
  const files = globSync(FILES, { cwd: FOLDER, exclude: ['**/*.test.ts'] });
  const words = files.flatMap((file) => [
    ...readFileSync(join(FOLDER, file), 'utf8').matchAll(/'([A-Z]+(?:_[A-Z0-9]+)+)'/g),
  ]);
  return [...new Set(words.map(([, code = '']) => code))].filter((code) => !VOCABULARY.has(code)).toSorted();
}

test.each([
  ['publication.md', '## Codes of refusals'],
  ['import.fr.md', '## Codes de la publication'],
])('%s tells the codes of publication and of movements, and no other', (page, title) => {
  const [, after = ''] = readFileSync(join(DOCS, page), 'utf8').split(`${title}\n`);
  const rows = (after.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| `'));
  const told = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)]);
  expect(told.map(([, code = '']) => code).toSorted()).toEqual(usedCodes());
});
