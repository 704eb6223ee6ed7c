import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { PARAMETERS } from './read-address.ts';

const DOCS = join(dirname(fileURLToPath(import.meta.url)), '../../../../docs');

test.each([
  ['exports.md', '## Parameters of an address'],
  ['exports.fr.md', '## Paramètres d’une adresse'],
])('%s tells the parameters of an address, and no other', (page, title) => {
  const [, section = ''] = readFileSync(join(DOCS, page), 'utf8').split(`${title}\n`);
  const rows = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| `'));
  const told = rows
    .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)])
    .map(([, name = '']) => name);
  expect(told.toSorted()).toEqual([...PARAMETERS].toSorted());
});
