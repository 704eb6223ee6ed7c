import { getIntrospectionQuery, parse } from 'graphql';
import { expect, test } from 'vitest';
import type { Guard } from '../guards.ts';
import { refusalsOfSize } from './document-limits.ts';

const refusals = (document: string, without: Guard[] = []) =>
  refusalsOfSize(parse(document), new Set(without)).map(({ message }) => message);
const nested = (levels: number) => `${'{ self '.repeat(levels - 1)}{ name }${' }'.repeat(levels - 1)}`;
const many = (count: number, each: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => each(index)).join(' ');

/** Each row is at the limit, then one beyond it. */
test.each<[Guard, string, string, string]>([
  ['depth-limit', nested(10), nested(11), 'Cette requête a 11 niveaux ; 10 au plus sont acceptés.'],
  [
    'depth-limit',
    `query { self { ...a } } fragment a on Query { ${nested(9).slice(1, -1)} }`,
    `query { self { ...a } } fragment a on Query { ${nested(10).slice(1, -1)} }`,
    'Cette requête a 11 niveaux ; 10 au plus sont acceptés.',
  ],
  [
    'alias-limit',
    `{ self { ${many(30, (i) => `a${i}: name`)} } }`,
    `{ self { ${many(31, (i) => `a${i}: name`)} } }`,
    'Cette requête renomme 31 champs ; 30 au plus sont acceptés.',
  ],
  [
    'alias-limit',
    `{ self { ${many(30, (i) => `a${i}: __typename`)} } }`,
    `{ self { ${many(31, (i) => `a${i}: __typename`)} } }`,
    'Cette requête renomme 31 champs ; 30 au plus sont acceptés.',
  ],
  [
    'alias-limit',
    `{ ...f self { ...f } } fragment f on Query { ${many(15, (i) => `a${i}: name`)} }`,
    `{ ...f self { ...f } } fragment f on Query { ${many(16, (i) => `a${i}: name`)} }`,
    'Cette requête renomme 32 champs ; 30 au plus sont acceptés.',
  ],
  [
    'root-field-limit',
    `{ ...f ${many(10, (i) => `a${i}`)} } fragment f on Query { ${many(10, (i) => `b${i}`)} }`,
    `{ ...f ${many(11, (i) => `a${i}`)} } fragment f on Query { ${many(10, (i) => `b${i}`)} }`,
    'Cette requête demande 21 champs à la racine ; 20 au plus sont acceptés.',
  ],
  [
    'repeated-field-limit',
    `{ self { ${'name '.repeat(11)} } }`,
    `{ self { ${'name '.repeat(12)} } }`,
    'Ce document répète 11 fois un champ déjà demandé au même endroit ; 10 au plus sont acceptées.',
  ],
  [
    'field-limit',
    `{ self { ${many(499, (i) => `f${i}`)} } }`,
    `{ self { ${many(500, (i) => `f${i}`)} } }`,
    'Cette requête demande 501 champs, fragments compris ; 500 au plus sont acceptés.',
  ],
  [
    'directive-limit',
    `{ self { ${many(20, (i) => `f${i} @skip(if: false)`)} } }`,
    `{ self { ${many(21, (i) => `f${i} @skip(if: false)`)} } }`,
    'Ce document porte 21 directives ; 20 au plus sont acceptées.',
  ],
  [
    'directive-limit',
    '{ name @a @b @c }',
    '{ name @a @b @c @d }',
    'Un champ de ce document porte 4 directives ; 3 au plus sont acceptées.',
  ],
  [
    'fragment-limit',
    `{ name } ${many(30, (i) => `fragment f${i} on Query { name }`)}`,
    `{ name } ${many(31, (i) => `fragment f${i} on Query { name }`)}`,
    'Ce document contient 31 fragments ; 30 au plus sont acceptés.',
  ],
  [
    'fragment-limit',
    `{ ...f0 } ${many(7, (i) => `fragment f${i} on Query { ...f${i + 1} }`)} fragment f7 on Query { name }`,
    `{ ...f0 } ${many(8, (i) => `fragment f${i} on Query { ...f${i + 1} }`)} fragment f8 on Query { name }`,
    'Dans ce document 9 fragments s’appellent l’un l’autre ; 8 au plus sont acceptés.',
  ],
  [
    'operation-count-limit',
    many(10, (i) => `query q${i} { name }`),
    many(11, (i) => `query q${i} { name }`),
    'Ce document contient 11 opérations ; 10 au plus sont acceptées.',
  ],
  [
    'variable-definition-limit',
    `query (${many(30, (i) => `$v${i}: Int`)}) { name }`,
    `query (${many(31, (i) => `$v${i}: Int`)}) { name }`,
    'Cette requête déclare 31 variables ; 30 au plus sont acceptées.',
  ],
])('%s', (guard, accepted, refused, message) => {
  expect({
    accepted: refusals(accepted),
    refused: refusals(refused),
    without: refusals(refused, [guard]),
  }).toEqual({ accepted: [], refused: [message], without: [] });
});

test('introspection and a cycle of fragments, which validation bounds and refuses, weigh little', () => {
  expect([
    refusals(getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true })),
    refusals('{ ...f } fragment f on Query { self { ...f } }'),
  ]).toEqual([[], []]);
});

test('fragments that double each other are measured once each', () => {
  const chain = many(60, (i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`);
  expect(refusals(`{ ...f0 } ${chain} fragment f60 on Query { a: name }`)).toEqual([
    'Ce document contient 61 fragments ; 30 au plus sont acceptés.',
    'Dans ce document 61 fragments s’appellent l’un l’autre ; 8 au plus sont acceptés.',
    'Cette requête demande plus d’un million de champs, fragments compris ; 500 au plus sont acceptés.',
    'Cette requête renomme plus d’un million de champs ; 30 au plus sont acceptés.',
    'Cette requête demande plus d’un million de champs à la racine ; 20 au plus sont acceptés.',
  ]);
});
