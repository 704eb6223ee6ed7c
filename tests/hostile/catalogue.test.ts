import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '@graphess/platform';
import { expect, test } from 'vitest';
import { isActive } from './case.ts';
import { CATALOGUE } from './catalogue.ts';
import { REFERENCE_IDS } from './reference-ids.ts';

test('no case has the identity of another', () => {
  const ids = CATALOGUE.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test('every case of the reference list is restated, and at least eighty are added', () => {
  const ids = new Set(CATALOGUE.map(({ id }) => id));
  expect(REFERENCE_IDS.filter((id) => !ids.has(id))).toEqual([]);
  expect(CATALOGUE.length - REFERENCE_IDS.length).toBeGreaterThanOrEqual(80);
});

test('a case waits only for what the graph does not have yet', () => {
  const schema = readFileSync(join(PROJECT_ROOT, 'schema/api.graphql'), 'utf8');
  const come = CATALOGUE.flatMap((each) =>
    !isActive(each) && each.untilSchemaHas.test(schema) ? [`${each.id}: its data has come`] : [],
  );
  expect(come).toEqual([]);
});

test('a case says in one sentence what is wanted', () => {
  expect(CATALOGUE.filter(({ intent }) => !/^[A-Z].*\.$/.test(intent)).map(({ id }) => id)).toEqual([]);
});
