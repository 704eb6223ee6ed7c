import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '@graphess/platform';
import { buildSchema, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { costModel } from './cost-model.ts';
import { LIST_SIZES, WEIGHTS } from './weights.ts';

const read = (file: string) => readFileSync(join(PROJECT_ROOT, 'schema', file), 'utf8');
const schema = buildSchema(read('api.graphql'));
const model = costModel(schema, read('supergraph.graphql'));
const fields = Object.values(schema.getTypeMap())
  .filter((type) => isObjectType(type))
  .filter(({ name }) => !name.startsWith('__'))
  .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })));

test('every field has a cost: a list whose items lead further has a size', () => {
  const without = fields
    .filter(({ type, field }) => model.costOf(type, field) === null)
    .map(({ type, field }) => `${type.name}.${field.name}`);
  expect(without).toEqual([]);
});

test('the tables name fields that exist', () => {
  const known = new Set(fields.map(({ type, field }) => `${type.name}.${field.name}`));
  expect([...Object.keys(LIST_SIZES), ...Object.keys(WEIGHTS)].filter((path) => !known.has(path))).toEqual(
    [],
  );
});
