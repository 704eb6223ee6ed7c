import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '@graphess/platform';
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { composeSchema } from './compose-schema.ts';

test('schema/ is what the subgraphs compose to', () => {
  const committed = Object.fromEntries(
    Object.keys(composeSchema()).map((file) => [
      file,
      readFileSync(join(PROJECT_ROOT, 'schema', file), 'utf8'),
    ]),
  );
  expect(committed).toEqual(composeSchema());
});

const api = buildSchema(readFileSync(join(PROJECT_ROOT, 'schema/api.graphql'), 'utf8'));
const types = Object.values(api.getTypeMap()).filter(
  ({ name }) => !name.startsWith('__') && !['String', 'Int', 'Float', 'Boolean', 'ID'].includes(name),
);

test('every public type, field, argument and value is described', () => {
  const silent: string[] = [];
  const check = (path: string, described: { description?: string | null | undefined }) => {
    if (!described.description) silent.push(path);
  };
  for (const type of types) {
    if (!['Query', 'Mutation'].includes(type.name)) check(type.name, type);
    if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        check(`${type.name}.${field.name}`, field);
        if ('args' in field)
          for (const arg of field.args) check(`${type.name}.${field.name}(${arg.name})`, arg);
      }
    }
    if (isEnumType(type)) for (const value of type.getValues()) check(`${type.name}.${value.name}`, value);
  }
  expect(silent).toEqual([]);
});

test('connections have one shape everywhere', () => {
  const shapes = types
    .filter((type) => isObjectType(type) && type.name.endsWith('Connection'))
    .map((type) =>
      isObjectType(type)
        ? ['edges', 'nodes', 'pageInfo', 'totalCount'].filter((name) => !(name in type.getFields()))
        : [],
    );
  expect(shapes.flat()).toEqual([]);
  expect(shapes.length).toBeGreaterThan(5);
});
