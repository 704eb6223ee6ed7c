import { buildSchema, type GraphQLError, getIntrospectionQuery, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { documentLimits } from './document-limits.ts';

const schema = buildSchema('type Query { name: String self: Query }');
const nested = (levels: number) => `${'{ self '.repeat(levels - 1)}{ name }${' }'.repeat(levels - 1)}`;
const refusals = (document: string) =>
  validate(schema, parse(document), [documentLimits]).map((error: GraphQLError) => error.message);

test.each([
  ['15 levels', nested(15), []],
  ['16 levels', nested(16), ['Cette requête a 16 niveaux ; 15 au plus sont acceptés.']],
  [
    'levels hidden in fragments',
    `query { self { ...a } } fragment a on Query { ${nested(15).slice(1, -1)} }`,
    ['Cette requête a 16 niveaux ; 15 au plus sont acceptés.'],
  ],
  ['100 aliases', `{ self { ${Array.from({ length: 100 }, (_, i) => `a${i}: name`).join(' ')} } }`, []],
  [
    'aliases multiplied by fragments',
    `{ self { ...f ...g } } fragment f on Query { ${Array.from({ length: 51 }, (_, i) => `a${i}: name`).join(' ')} } fragment g on Query { ...f }`,
    ['Cette requête renomme 102 champs ; 100 au plus sont acceptés.'],
  ],
  [
    'aliases of __typename',
    `{ self { ${Array.from({ length: 101 }, (_, i) => `a${i}: __typename`).join(' ')} } }`,
    ['Cette requête renomme 101 champs ; 100 au plus sont acceptés.'],
  ],
  ['51 root fields', `{ ${'name '.repeat(51)} }`, ['Cette requête demande plus de 50 champs à la racine.']],
  ['a cycle of fragments', '{ ...f } fragment f on Query { self { ...f } }', []],
  ['introspection', getIntrospectionQuery(), []],
])('%s', (_case, document, expected) => {
  expect(refusals(document)).toEqual(expected);
});

test('a doubling chain of fragments is measured once each', () => {
  const chain = Array.from({ length: 60 }, (_, i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`);
  const [refusal] = refusals(`{ ...f0 } ${chain.join(' ')} fragment f60 on Query { a: name }`);
  expect(refusal).toMatch(/^Cette requête renomme \d+ champs/);
});
