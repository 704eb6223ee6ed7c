import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '@graphess/platform';
import { buildSchema, getVariableValues, Kind, parse } from 'graphql';
import { expect, test } from 'vitest';
import { costModel } from './cost-model.ts';
import { actualCost, estimatedCost, type Operation } from './request-cost.ts';

const read = (file: string) => readFileSync(join(PROJECT_ROOT, 'schema', file), 'utf8');
const schema = buildSchema(read('api.graphql'));
const model = costModel(schema, read('supergraph.graphql'));

function request(text: string, variables: Record<string, unknown> = {}): Operation {
  const document = parse(text);
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('no operation');
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  return { operation, document, variables: coerced ?? {} };
}
const cost = (text: string, variables?: Record<string, unknown>) =>
  estimatedCost(model, request(text, variables));

test.each<[string, string, Record<string, unknown>, number]>([
  ['a value costs nothing', '{ __typename }', {}, 0],
  ['an object', '{ call(edition: 4) { title } }', {}, 1],
  ['an object that several domains fill', '{ territory(code: "COM:92050") { name } }', {}, 2],
  ['a page of 20 when nothing is said', '{ claims { nodes { statement } } }', {}, 1 + 20],
  ['a literal', '{ claims(first: 7) { nodes { statement } } }', {}, 1 + 7],
  ['a variable', 'query ($n: Int!) { claims(first: $n) { nodes { statement } } }', { n: 50 }, 1 + 50],
  ['a default', 'query ($n: Int! = 60) { claims(first: $n) { nodes { statement } } }', {}, 1 + 60],
  ['a default under another name', 'query ($n: Int = 60) { claims(first: $n) { nodes { id } } }', {}, 1 + 60],
  ['pages end at 100', '{ claims(first: 100000) { nodes { statement } } }', {}, 1 + 100],
  ['a negative page', '{ claims(first: -5) { nodes { statement } } }', {}, 1],
  ['both ways through a page', '{ claims(first: 5) { nodes { id } edges { node { id } } } }', {}, 1 + 5 + 5],
  ['a total', '{ claims { totalCount } }', {}, 1 + 1],
  ['facets', '{ siaes { facets { kinds { key } sectors { key } } } }', {}, 1 + 3 + 1 + 1],
  ['a list of values once', '{ call(edition: 1) { claims { source { title } } } }', {}, 1 + 1 + 1],
  ['a list bounded by nature', '{ calls { title } }', {}, 8],
  [
    'lists multiply',
    '{ laureates(first: 10) { nodes { actionTerritories { name } } } }',
    {},
    1 + 10 * (1 + 5 * 2),
  ],
  ['codes', '{ territory(code: "COM:92050") { indicators(codes: ["A", "B"]) { value } } }', {}, 2 + 2],
  [
    'codes and years',
    'query ($p: PeriodInput) { territory(code: "COM:92050") { indicators(codes: ["A", "B"], period: $p) { value } } }',
    { p: { from: 2015, to: 2024 } },
    2 + 2 * 10,
  ],
  [
    'series: each of 36 communes and 5 families counts, its 14 years are one reading',
    `query ($t: [String!]!, $f: [String!]!) { indicator(code: "ESS_JOBS") { series(territories: $t,
       period: { from: 2010, to: 2023 }, dimensions: [{ dimension: "ESS_FAMILY", in: $f }]
     ) { territory { code } dimensions { code } observations { period value status } } } }`,
    { t: Array.from({ length: 36 }, (_, index) => `COM:${92_000 + index}`), f: ['A', 'B', 'C', 'D', 'E'] },
    1 + 36 * 5 * (1 + 2 + 1) + (36 * 5 * 14) / 20,
  ],
  ['communes of what is asked', '{ territories(within: "DEP:92", level: COMMUNE) { name } }', {}, 36 * 2],
  [
    'communes of the territory above',
    '{ territory(code: "REG:11") { contains(level: COMMUNE) { name } } }',
    {},
    2 + 1266 * 2,
  ],
  [
    'communes of the EPT of a département',
    '{ territory(code: "DEP:92") { containment(level: EPT) { territory { contains(level: COMMUNE) { code } } } } }',
    {},
    2 + 11 * (1 + 2 + 24 * 2),
  ],
  ['a search', '{ territorySearch(search: "cloud", first: 3) { name } }', {}, 5 + 3 * 2],
  [
    'the dearest member',
    '{ node(id: "x") { id ... on Organization { seat { name } } ... on Event { id } } }',
    {},
    1 + 2,
  ],
  [
    'fragments',
    '{ ...f } fragment f on Query { calls { ...g } } fragment g on Call { counts { awarded } }',
    {},
    8 * 2,
  ],
  ['the same field twice', '{ call(edition: 1) { counts { awarded } counts { applications } } }', {}, 1 + 1],
  [
    'what is skipped',
    'query ($no: Boolean! = true) { calls @skip(if: $no) { title } me @include(if: false) { kind } }',
    {},
    0,
  ],
])('%s', (_case, text, variables, expected) => {
  expect(cost(text, variables)).toBe(expected);
});

test('an answer costs what it holds', () => {
  const asked = request('{ claims(first: 50) { totalCount nodes { source { title } } } }');
  const nodes = [{ source: { title: 'a' } }, { source: { title: 'b' } }];
  expect([
    estimatedCost(model, asked),
    actualCost(model, asked, { claims: { totalCount: 2, nodes } }),
    actualCost(model, asked, { claims: null }),
    actualCost(model, asked, null),
  ]).toEqual([1 + 1 + 50 * 2, 1 + 1 + 2 * 2, 1, 0]);
});
