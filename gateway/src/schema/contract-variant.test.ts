import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { DOMAINS, PROJECT_ROOT } from '@graphess/platform';
import { AUDIENCES, type Audience, audienceOf, printSubgraph } from '@graphess/subgraph-kit';
import { buildSchema, type GraphQLSchema, isObjectType, parse, validateSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { domains } from '../subgraphs.ts';
import { contractVariant } from './contract-variant.ts';

const read = (file: string) => readFileSync(join(PROJECT_ROOT, 'schema', file), 'utf8');
const fieldsOf = (schema: GraphQLSchema) =>
  Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__'))
    .flatMap((type) =>
      isObjectType(type) ? Object.keys(type.getFields()).map((name) => `${type.name}.${name}`) : [],
    );
const rows = Object.values(domains).flatMap((domain) => [...domain.permissionRows()]);

describe.each(AUDIENCES)('the %s contract', (audience) => {
  const schema = buildSchema(read(`contracts/${audience}.graphql`));

  test('is a valid schema', () => {
    expect(validateSchema(schema)).toEqual([]);
  });

  test('holds no field that is meant for a narrower audience', () => {
    const narrower = AUDIENCES.slice(AUDIENCES.indexOf(audience) + 1);
    const closed = rows.filter(
      ([, { rule, otherwise }]) => otherwise === null && narrower.includes(audienceOf(rule)),
    );
    const names = new Set(closed.map(([name]) => name));
    expect(fieldsOf(schema).filter((name) => names.has(name))).toEqual([]);
  });
});

test('the internal contract is the whole API', () => {
  expect(read('contracts/internal.graphql')).toBe(read('api.graphql'));
});

/** What a field about a person is called. */
const PERSONAL =
  /e-?mail|phone|mobile|fax|(first|last|given|family|maiden)name|birth|gender|civility|iban|(home|postal)address|personname|contactname|signatory|subjectid|actorname/i;

test('the public contract holds no personal data: neither a field marked so, nor one called so', () => {
  const open = fieldsOf(buildSchema(read('contracts/public.graphql')));
  const marked = new Set(rows.filter(([, { personal }]) => personal).map(([name]) => name));
  expect(open.filter((name) => marked.has(name) || PERSONAL.test(name.split('.')[1] ?? ''))).toEqual([]);
});

test('the names of personal data are known when they are met', () => {
  const names = ['email', 'contactEmail', 'phoneNumber', 'firstName', 'lastName', 'birthDate', 'iban'];
  expect(names.filter((name) => !PERSONAL.test(name))).toEqual([]);
});

test('the supergraph says rules and audiences, in no directive that promises what the gateway does not do', () => {
  const sdls = [...DOMAINS.map((name) => `${name}.graphql`), 'supergraph.graphql'].map(read);
  expect(sdls.filter((sdl) => /@(authenticated|requiresScopes|policy)\b/.test(sdl))).toEqual([]);
  const supergraph = read('supergraph.graphql');
  expect(supergraph).toContain('applications(');
  expect(
    [/@access\(rule: "agent \| admin"\)/, /@tag\(name: "internal"\)/].map((each) => each.test(supergraph)),
  ).toEqual([true, true]);
});

test('the subgraphs compose without a hint, but for descriptions that differ', () => {
  const { hints } = composeServices(
    DOMAINS.map((name) => ({
      name,
      url: `http://${name}.invalid`,
      typeDefs: parse(printSubgraph(domains[name])),
    })),
  );
  const others = hints?.filter(({ definition }) => definition.code !== 'INCONSISTENT_DESCRIPTION');
  expect(others?.map(({ message }) => message)).toEqual([]);
});

describe('a variant', () => {
  const tag = (name: Audience) => `@tag(name: "${name}")`;
  const supergraph = `
    type Query { book: Book ${tag('public')} score(min: Int ${tag('internal')}, max: Int): Int ${tag('partner')}
                 needs(min: Int! ${tag('internal')}): Int ${tag('public')} draft: Draft ${tag('public')} any: Work ${tag('public')}
                 untagged: Int }
    type Mutation { write: Outcome ${tag('internal')} }
    interface Node { id: ID name: String }
    type Book implements Node { id: ID ${tag('public')} name: String ${tag('public')} shelf: Shelf ${tag('public')} }
    type Author implements Node { id: ID ${tag('public')} name: String ${tag('internal')} }
    type Draft { text: String ${tag('internal')} }
    type Shelf { draft: Draft ${tag('public')} }
    union Work = Book | Draft
    type Outcome { done: Boolean ${tag('internal')} }`;
  const api = supergraph.replaceAll(/ @tag\(name: "\w+"\)/g, '');
  const KEPT =
    'type Author implements Node { id: ID } type Book implements Node { id: ID name: String } interface Node { id: ID }';
  const variant = (audience: Audience) => contractVariant(api, supergraph, audience).replaceAll(/\s+/g, ' ');

  test('loses closed fields, what they alone lead to, types without fields, and arguments', () => {
    expect(variant('public')).toBe(`${KEPT} type Query { any: Work book: Book } union Work = Book`);
  });

  test('keeps what its audience may ask', () => {
    expect(variant('partner')).toBe(
      `${KEPT} type Query { any: Work book: Book score(max: Int): Int } union Work = Book`,
    );
    expect(variant('internal')).toContain('type Mutation { write: Outcome }');
    expect(variant('internal')).not.toContain('untagged');
  });
});
