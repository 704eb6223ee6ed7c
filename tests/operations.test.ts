import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { costPage } from '../gateway/src/cost/cost-page.ts';
import { committedCostModel, operationCosts } from '../gateway/src/cost/operation-costs.ts';
import { composeSchema } from '../gateway/src/schema/compose-schema.ts';
import { brokenOperations, explanation } from './broken-operations.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const operations = Object.fromEntries(
  globSync('operations/**/*.graphql', { cwd: ROOT })
    .sort()
    .map((file) => [file, read(file)]),
);
const committed = read('schema/api.graphql');

test('the schema of the sources breaks no operation of the committed one', async () => {
  const composed = composeSchema()['api.graphql'] ?? '';
  const broken = await brokenOperations(buildSchema(committed), buildSchema(composed), operations);
  expect(Object.keys(operations).length).toBeGreaterThan(10);
  expect(broken, explanation(broken)).toEqual([]);
});

/** The committed schema with one text replaced once, inside the definition of a type. */
function altered(type: string, from: RegExp, to: string): string {
  const start = committed.search(new RegExp(`^(type|input|enum) ${type}\\b`, 'm'));
  const end = committed.indexOf('\n}\n', start);
  const definition = committed.slice(start, end);
  const changed = definition.replace(from, to);
  if (start === -1 || changed === definition) throw new Error(`${type} has nothing like ${String(from)}`);
  return committed.slice(0, start) + changed + committed.slice(end);
}

test.each<[string, string, string[], RegExp]>([
  [
    'a field is removed',
    altered('Envelope', /"""Montant total de l’enveloppe\."""\s+total: Money/, ''),
    ['agent/editions', 'facts/calls', 'front-end/current-call'],
    /front-end\/current-call\.graphql is broken by this schema:\n {2}- Field 'total' was removed from object type 'Envelope'/,
  ],
  [
    'an argument becomes required',
    altered('Query', /\n {2}currentCall: Call/, '\n  currentCall(at: Date!): Call'),
    ['front-end/current-call', 'jury/my-reviews'],
    /currentCall.*at/s,
  ],
  [
    'a value of an enum is removed',
    altered('LaureateOrder', /"""[^"]*"""\s+NAME_ASC/, ''),
    ['front-end/laureate-directory'],
    /Enum value 'NAME_ASC' was removed from enum 'LaureateOrder'/,
  ],
  [
    'a value may now be null',
    altered('EligibilityResult', /rulesVersion: String!/, 'rulesVersion: String'),
    ['front-end/eligibility'],
    /Field 'EligibilityResult.rulesVersion' changed type from 'String!' to 'String'/,
  ],
  [
    'an input asks for more',
    altered('EligibilityInput', /isEsus: Boolean/, 'isEsus: Boolean!'),
    ['front-end/eligibility'],
    /EligibilityInput.isEsus/,
  ],
  [
    'a field changes type',
    altered('Territory', /\n {2}population: Int/, '\n  population: [Int!]'),
    ['bi/territory-gap', 'cress/panorama-by-ept', 'front-end/commune-page'],
    /Territory.population/,
  ],
  ['a field is added', altered('Envelope', /total: Money/, 'total: Money\n  extra: Money'), [], /^$/],
])('%s: the operations that break, and why', async (_case, schema, files, words) => {
  const broken = await brokenOperations(buildSchema(committed), buildSchema(schema), operations);
  expect(broken.map(({ file }) => file)).toEqual(files.map((file) => `operations/${file}.graphql`));
  expect(explanation(broken)).toMatch(words);
});

test('the cost of each shipped operation is the reviewed one', () => {
  const golden = JSON.parse(read('tests/golden/operation-costs.json')) as Record<string, number>;
  const costs = operationCosts();
  const drifted = [...new Set([...Object.keys(golden), ...Object.keys(costs)])]
    .filter((file) => golden[file] !== costs[file])
    .map((file) => `${file}: ${golden[file] ?? 'unknown'} was reviewed, ${costs[file] ?? 'gone'} now`);
  expect(drifted, `npm run costs, then review:\n${drifted.join('\n')}`).toEqual([]);
});

test('every shipped operation leaves a visitor room', () => {
  const dear = Object.entries(operationCosts()).filter(([, cost]) => cost > 900);
  expect(dear).toEqual([]);
});

test('docs/cost.md tells what is counted', () => {
  expect(read('docs/cost.md')).toBe(costPage(committedCostModel()));
});
