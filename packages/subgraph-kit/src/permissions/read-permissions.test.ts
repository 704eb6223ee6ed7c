import { describe, expect, test } from 'vitest';
import { defineSubgraph, printSubgraph } from '../subgraph.ts';
import {
  publisher,
  publisherDefinition,
  publisherPermissions,
} from '../testing/library/manuscript.fixture.ts';
import type { PermissionTable } from './permission-table.ts';
import { audienceOf, either, people, roles, ruleText, scopes, when } from './rule.ts';

const EDITOR_ONLY = roles('editor');

const problemsOf = (permissions: PermissionTable): string[] => {
  try {
    defineSubgraph({ ...publisherDefinition, permissions }).schema();
    return [];
  } catch (error) {
    return error instanceof Error ? error.message.split('\n') : [];
  }
};

describe('a table that does not fit its schema stops the build', () => {
  test('which it does, as it is written', () => {
    expect(problemsOf(publisherPermissions)).toEqual([]);
  });

  test('fields without a row and rows without a field are listed together', () => {
    const open = { ...publisherPermissions.public, Manuscript: ['id', 'subtitle'] };
    expect(problemsOf({ ...publisherPermissions, public: open })).toEqual([
      'The table of permissions of publisher (publisher.permissions.ts) does not fit its schema:',
      '  - Manuscript.subtitle has a row and is no field of this subgraph',
      '  - Manuscript.title has no row',
    ]);
  });

  test('a field has one row', () => {
    const restricted = { ...publisherPermissions.restricted, Reading: { mean: EDITOR_ONLY } };
    const both = { ...publisherPermissions.public, Reading: ['mean'] };
    expect(problemsOf({ ...publisherPermissions, public: both, restricted }).slice(1)).toEqual([
      '  - Reading.mean has two rows',
    ]);
  });

  test('a condition is declared, and used', () => {
    const conditions = { 'own manuscript': publisherPermissions.conditions?.['own manuscript'] ?? never() };
    const unused = { ...publisherPermissions.conditions, 'full moon': conditions['own manuscript'] };
    expect(problemsOf({ ...publisherPermissions, conditions }).slice(1)).toEqual([
      '  - « assigned reader » is no condition',
    ]);
    expect(problemsOf({ ...publisherPermissions, conditions: unused }).slice(1)).toEqual([
      '  - the condition « full moon » is used by no row',
    ]);
  });

  test.each([
    ['Query.manuscripts', 'filter.maxScore', 'manuscripts has no argument filter.maxScore'],
    ['Query.manuscripts', 'orders=SALES_DESC', 'orders=SALES_DESC names no value of an enum'],
    ['Query.nothing', 'first', '  - Query.nothing has rules for arguments and is no field of this subgraph'],
  ])('a rule for an argument that is not there: %s(%s)', (field, path, problem) => {
    const args = { [field]: { [path]: EDITOR_ONLY } };
    expect(problemsOf({ ...publisherPermissions, arguments: args }).at(-1)).toBe(problem);
  });

  test('personal data is not public', () => {
    const restricted = {
      ...publisherPermissions.restricted,
      Reading: { mean: { may: EDITOR_ONLY, personal: true, otherwise: () => 0 } },
    };
    expect(problemsOf({ ...publisherPermissions, restricted }).slice(1)).toEqual([
      '  - Reading.mean is personal and shown to everybody',
    ]);
  });
});

test.each([
  ['public', 'public', 'public'],
  ['internal', 'editor | admin', roles('editor', 'admin')],
  ['partner', 'sales:read', scopes('sales:read')],
  ['partner', 'editor | sales:read', either(roles('editor'), scopes('sales:read'))],
  ['internal', 'signed in if own and recent', when('recent', when('own', people()))],
] as const)('%s: %s', (audience, text, rule) => {
  expect([audienceOf(rule), ruleText(rule)]).toEqual([audience, text]);
});

test('the schema says each rule and each audience where it applies', () => {
  const lines = printSubgraph(publisher)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^(id|email|sales|state|meanScore|title): /.test(line));
  expect([...new Set(lines)]).toEqual([
    'email: String @access(rule: "editor | signed in if own manuscript") @tag(name: "internal")',
    'id: ID! @tag(name: "public")',
    'sales: Int! @access(rule: "editor | sales:read") @tag(name: "partner")',
    'state: String! @access(rule: "public, in part; whole: editor") @tag(name: "public")',
    'title: String! @tag(name: "public")',
    'id: ID!',
    'meanScore: Float @access(rule: "editor") @tag(name: "internal")',
  ]);
});

test('an argument that needs a right of its own says so', () => {
  const args = { 'Query.manuscript': { id: EDITOR_ONLY } };
  const permissions = { ...publisherPermissions, arguments: args };
  const sdl = printSubgraph(defineSubgraph({ ...publisherDefinition, permissions }));
  expect(sdl).toContain(
    'manuscript(id: ID! @access(rule: "editor") @tag(name: "internal")): Manuscript @tag(name: "public")',
  );
});

function never(): never {
  throw new Error('not there');
}
