import type { ActiveCase, HostileCase } from '../case.ts';
import { refusedValue } from '../expectations.ts';
import { ask, bytes } from '../shots.ts';

const LITERALS: readonly (readonly [id: string, literal: string, what: string])[] = [
  ['AMT-001', '2147483647', 'the largest number of 32 bits'],
  ['AMT-002', '-1', 'a negative number'],
  ['AMT-005', '2147483648', 'one more than 32 bits hold'],
  ['AMT-007', '1e3', 'a number with an exponent'],
  ['AMT-008', '1.5', 'half a row'],
  ['AMT-009', '"10"', 'a number in quotes'],
  ['AMT-010', 'true', 'a truth value'],
  ['AMT-011', '[1]', 'a list'],
  ['AMT-012', '{ a: 1 }', 'an object'],
  ['AMT-013', 'null_', 'a word that is almost null'],
  ['AMT-014', '1e400', 'a number beyond all floating numbers'],
  ['AMT-501', '0', 'no row at all'],
  ['AMT-502', '101', 'one row more than allowed'],
  ['AMT-503', 'null', 'null where a number is due'],
];

/** Values of a variable as they stand in JSON. */
const VARIABLES: readonly (readonly [id: string, json: string, what: string])[] = [
  ['AMT-100', '2147483648', 'one more than 32 bits hold'],
  ['AMT-103', '1e21', 'a number that prints with an exponent'],
  ['AMT-105', '"10"', 'a number in quotes'],
  ['AMT-106', 'true', 'a truth value'],
  ['AMT-108', '{"a":1}', 'an object'],
  ['AMT-510', '1e400', 'a number that JSON reads as infinity'],
  ['AMT-511', '100.0000000000001', 'a number that rounds to one allowed'],
  ['AMT-512', '-0.5', 'a negative fraction'],
  ['AMT-513', '[[[[[1]]]]]', 'lists in lists'],
];

const amount = {
  category: 'amount',
  severity: 'medium',
  expect: refusedValue(),
} as const satisfies Partial<ActiveCase>;

/** Numbers of rows that make no sense, on every list that takes one. */
export const amounts: readonly HostileCase[] = [
  ...LITERALS.map(
    ([id, literal, what]): HostileCase => ({
      ...amount,
      id,
      intent: `Ask for ${what} as the size of a page.`,
      source: 'OWASP GraphQL Cheat Sheet, amount limiting; GraphQL specification, Int is 32 bits',
      shot: ask(`{ laureates(first: ${literal}) { nodes { id } } }`),
      twin: 'a list of one',
    }),
  ),
  ...VARIABLES.map(
    ([id, json, what]): HostileCase => ({
      ...amount,
      id,
      intent: `Ask for ${what} as the size of a page, by a variable.`,
      source: 'the same limits, past the eyes of those who read literals',
      shot: bytes(
        `{"query":"query ($n: Int!) { laureates(first: $n) { nodes { id } } }","variables":{"n":${json}}}`,
      ),
      twin: 'a list of twenty by variable',
    }),
  ),
  ...[
    ['AMT-520', 'organizations', '{ organizations(first: 1000000) { nodes { id } } }'],
    [
      'AMT-521',
      'a nested list',
      '{ territory(code: "DEP:92") { laureates(first: 1000000) { nodes { id } } } }',
    ],
    ['AMT-522', 'a nested list without paging', '{ territorySearch(search: "a", first: 1000000) { name } }'],
    ['AMT-523', 'events', '{ events(first: -2147483648) { nodes { id } } }'],
  ].map(
    ([id = '', where, query = '']): HostileCase => ({
      ...amount,
      id,
      intent: `Look for a list that was forgotten when sizes were bounded: ${where}.`,
      source: 'own: every list of the schema has the same bound',
      shot: ask(query),
      twin: 'a list of a hundred',
    }),
  ),
];
