import type { ActiveCase, HostileCase } from '../case.ts';
import { refusedDocument, refusedValue } from '../expectations.ts';
import { ask, bytes } from '../shots.ts';

const NODE = 'query ($id: ID!) { node(id: $id) { id ... on Territory { name } } }';
const POSTGRES = [/syntax error/, /\bpg_/, /22021/, /invalid byte/, /QueryFailed/];

const id = { category: 'id', severity: 'medium', twin: 'a node by its id' } as const;

const IDS: readonly (readonly [id: string, value: string, what: string])[] = [
  ['VAL-102', 'COM:92050\n', 'a line break behind it'],
  ['VAL-103', '-1', 'a negative number'],
  ['VAL-104', '01x', 'a number that ends as a letter'],
  ['VAL-107', 'COM:92050\u0000', 'a null byte behind it'],
  ['VAL-111', '9'.repeat(10_000), 'ten thousand digits'],
  ['VAL-501', 'com:92050', 'its prefix in small letters'],
  ['VAL-502', 'COM:９２０５０', 'digits of full width'],
  ['VAL-503', 'COM:٩٢٠٥٠', 'Arabic digits'],
  ['VAL-504', ' COM:92050', 'a space before it'],
  ['VAL-505', 'COM:92050:x', 'a third part'],
  ['VAL-506', 'CALL:3', 'a prefix that no node has'],
  ['VAL-507', 'APP:../../ORG:espaces', 'a path in it'],
  ['VAL-508', '__proto__:1', 'the prototype for a prefix'],
  ['VAL-509', 'constructor', 'a property of all objects'],
  ['VAL-510', 'KEY:1', 'the prefix of a key'],
  ['VAL-511', 'COM:92050%00', 'an encoded null byte'],
];

/** Identifiers and filters of the right type that mean nothing. */
export const identifiers: readonly HostileCase[] = [
  ...IDS.map(
    ([name, value, what]): ActiveCase => ({
      ...id,
      id: name,
      intent: `Ask for an object by an identifier with ${what}.`,
      source: Number(name.slice(4)) < 500 ? 'abuse of the ID scalar' : 'own: abuse of our identifiers',
      shot: ask(NODE, { id: value }),
      expect: refusedValue({ status: [200, 400], never: POSTGRES, data: 'none' }),
    }),
  ),
  {
    ...id,
    id: 'VAL-110',
    intent: 'Give an object for an identifier.',
    source: 'abuse of the ID scalar',
    shot: ask(NODE, { id: { a: 1 } }),
    expect: refusedDocument(),
  },
  {
    ...id,
    id: 'VAL-512',
    intent: 'Give a number for an identifier that is a text.',
    source: 'own: the ID scalar takes integers',
    shot: ask(NODE, { id: 92_050 }),
    expect: refusedValue(),
  },
  {
    ...id,
    id: 'VAL-513',
    intent: 'Ask for twelve filters of five thousand values each.',
    source: 'own: lists in filters',
    shot: ask('query ($s: [String!]) { organizations(filter: { sirets: $s }, first: 1) { nodes { id } } }', {
      s: Array.from({ length: 5_000 }, (_, n) => String(n).padStart(14, '7')),
    }),
    expect: refusedValue(),
    twin: 'a search of organisations',
  },
  {
    ...id,
    id: 'VAL-514',
    intent: 'Mix values of two types in one list.',
    source: 'own: lists in filters',
    shot: ask('query ($e: [Int!]) { laureates(filter: { editions: $e }) { totalCount } }', {
      e: [1, '2', null],
    }),
    expect: refusedDocument(),
    twin: 'a search',
  },
  {
    ...id,
    id: 'VAL-515',
    intent: 'Ask for a day that the calendar does not have.',
    source: 'own: dates that roll over',
    shot: ask('query ($d: Date) { laureates(filter: { asOf: $d }) { totalCount } }', { d: '2025-02-30' }),
    expect: refusedDocument(),
    twin: 'a search',
  },
  {
    ...id,
    id: 'VAL-516',
    intent: 'Ask for the events of the year three hundred thousand.',
    source: 'own: instants beyond what SQL holds',
    shot: ask('query ($d: DateTime) { events(first: 1, filter: { from: $d }) { totalCount } }', {
      d: '+300000-01-01T00:00:00Z',
    }),
    expect: refusedValue(),
    twin: 'a short document',
  },
  {
    ...id,
    id: 'VAL-517',
    intent: 'Ask for amounts beyond what a number holds exactly.',
    source: 'own: integers above 2^53',
    shot: bytes(
      '{"query":"query ($c: SafeInt) { laureates(filter: { minCents: $c }) { totalCount } }","variables":{"c":9007199254740993}}',
    ),
    expect: refusedDocument(),
    twin: 'a search',
  },
];
