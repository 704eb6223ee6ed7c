import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COLUMNS } from './columns.ts';
import { SDMX_STATUS } from './sdmx-csv.ts';
import { FILE_STATUSES } from './status-words.ts';

const page = (name: string) => readFileSync(new URL(`../../../../docs/${name}`, import.meta.url), 'utf8');

test('the page of partners names every column and every status', () => {
  const words = page('exports.fr.md');
  const names = [...COLUMNS.map(({ name }) => name), ...FILE_STATUSES];
  expect(names.filter((name) => !words.includes(`\`${name}\``))).toEqual([]);
});

test('the page of engineers gives the code of SDMX of every status', () => {
  const rows = page('exports.md').split('\n');
  const told = FILE_STATUSES.filter((status) =>
    rows.some(
      (row) => row.startsWith(`| ${status} |`) && row.split('|')[3]?.trim().startsWith(SDMX_STATUS[status]),
    ),
  );
  expect(told).toEqual(FILE_STATUSES);
});
