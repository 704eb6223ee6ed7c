import { readFileSync } from 'node:fs';
import { demonstrationSiret } from '@graphess/identifiers';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anObservatory } from '../observatory.fixture.ts';
import type { OrganizationRecord } from './organization.record.ts';

let graph: TestSubgraph;

beforeAll(async () => {
  graph = await anObservatory();
});
afterAll(() => graph.stop());

const namesOf = async (args: string): Promise<unknown> => {
  const { data, errors } = await graph.run(`{ organizations(${args}) { totalCount nodes { id } } }`);
  return errors ?? data?.organizations;
};

test('the 27 laureate structures are 27 organisations, with their other names', async () => {
  const { data } = await graph.run(`{
    organizations(filter: { roles: [LAUREATE] }, first: 100) { totalCount nodes { name } }
    lit: organization(id: "ORG:lit-up") { aliases }
    pro: organization(id: "ORG:pro-bono-lab") { aliases }
  }`);
  const list = data?.organizations as { totalCount: number; nodes: { name: string }[] };
  expect({ total: list.totalCount, names: new Set(list.nodes.map(({ name }) => name)).size }).toEqual({
    total: 27,
    names: 27,
  });
  expect(data?.lit).toEqual({ aliases: ['LIT UP', 'Lit Up'] });
  expect(data?.pro).toEqual({ aliases: ['PROBONOLAB'] });
});

test('a seat is not an area of action: Les petites cantines sit in Lyon and act in Antony', async () => {
  const { data } = await graph.run(
    '{ organization(id: "ORG:les-petites-cantines") { seat { id } operatesIn { id } } }',
  );
  expect(data).toEqual({ organization: { seat: { id: 'COM:69123' }, operatesIn: [{ id: 'COM:92002' }] } });
});

test('one organisation has several roles, each from a source', async () => {
  const { data } = await graph.run(
    '{ organization(id: "ORG:cress-idf") { roles legalForm roleSpans { role since source { producer } } } }',
  );
  const source = { producer: 'Département des Hauts-de-Seine' };
  expect(data).toEqual({
    organization: {
      roles: ['APPLICANT', 'LAUREATE', 'DATA_PROVIDER'],
      legalForm: '9230',
      roleSpans: [
        { role: 'APPLICANT', since: null, source },
        { role: 'LAUREATE', since: null, source },
        { role: 'DATA_PROVIDER', since: null, source },
      ],
    },
  });
});

test.each([
  ['progress', 'ORG:departement-des-hauts-de-seine'],
  ["PROGR'E.S.S", 'ORG:departement-des-hauts-de-seine'],
  ['clamart de', 'ORG:clam-art-de-vivre'],
  ['probono lab', 'ORG:pro-bono-lab'],
  ['LITUP', 'ORG:lit-up'],
])('« %s » finds %s', async (search, id) => {
  expect(await namesOf(`search: ${JSON.stringify(search)}`)).toEqual({ totalCount: 1, nodes: [{ id }] });
});

test('within keeps a seat or an area of action that lies inside', async () => {
  const inAntony = {
    totalCount: 3,
    nodes: [{ id: 'ORG:les-petites-cantines' }, { id: 'ORG:reprise' }, { id: 'ORG:synergie' }],
  };
  expect(await namesOf('filter: { within: "COM:92002" }')).toEqual(inAntony);
  expect(await namesOf('filter: { within: "COM:75002" }')).toEqual(inAntony);
  expect(await namesOf('filter: { within: "DEP:93" }')).toEqual({
    totalCount: 2,
    nodes: [{ id: 'ORG:cress-idf' }, { id: 'ORG:les-cigales' }],
  });
  expect(await namesOf('filter: { within: "COM:92999" }')).toEqual({ totalCount: 0, nodes: [] });
});

test('names sort as in French, and pages neither lose nor repeat', async () => {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { data } = await graph.run(
      'query ($after: String) { organizations(first: 7, after: $after) { nodes { name } pageInfo { endCursor hasNextPage } } }',
      { after },
    );
    const page = data?.organizations as {
      nodes: { name: string }[];
      pageInfo: { endCursor: string; hasNextPage: boolean };
    };
    seen.push(...page.nodes.map(({ name }) => name));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  expect(seen).toEqual([...new Set(seen)].sort(new Intl.Collator('fr').compare));
  expect(seen.length).toBe(41);
});

test.each([
  ['organization', 'id'],
  ['organization(id: "ORG:cress-idf", rna: "W922012345")', 'id'],
  ['organization(id: "COM:92002")', 'id'],
  ['organization(siret: "12345678901234")', 'siret'],
  ['organization(rna: "922012345")', 'rna'],
])('%s is refused, naming %s', async (field, argument) => {
  const { errors } = await graph.run(`{ ${field} { id } }`);
  expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', argument }]);
});

test.each([
  ['search: "  "', 'search'],
  ['filter: { sirets: ["1"] }', 'filter.sirets'],
  ['filter: { rnas: ["1"] }', 'filter.rnas'],
  ['filter: { within: "92" }', 'filter.within'],
  ['first: 101', 'first'],
  ['after: "abc"', 'after'],
])('organizations(%s) is refused, naming %s', async (args, argument) => {
  const { errors } = await graph.run(`{ organizations(${args}) { totalCount } }`);
  expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', argument }]);
});

test('a well-formed key that nobody has gives null', async () => {
  const siret = demonstrationSiret(1);
  const { data } = await graph.run(
    `{ a: organization(siret: "${siret}") { id } b: organization(rna: "W922012345") { id } c: organization(id: "ORG:nobody") { id } }`,
  );
  expect(data).toEqual({ a: null, b: null, c: null });
});

test('no contact that the documents print can be reached', async () => {
  const { data, errors } = await graph.run(`{
    organizations(first: 100) {
      nodes {
        id siret rna name aliases legalForm website description links { url label source { citation } }
        seat { name } operatesIn { name } roleSpans { role source { citation } } sources { title citation quotation }
        claims { field statement source { citation quotation } }
      }
    }
  }`);
  expect(errors).toBe(undefined);
  const reachable = JSON.stringify(data);
  const records = JSON.parse(readFileSync('data/92/organizations.json', 'utf8')) as OrganizationRecord[];
  const printed = records.flatMap(({ contacts }) =>
    contacts.flatMap((each) => [each.asPrinted, each.normalised]),
  );
  // The Département publishes these two functional addresses as the contact of its programme: a claim states each.
  const functional = ['progress@hauts-de-seine.fr', 'innoveco@hauts-de-seine.fr'];
  const kept = printed.filter((text) => text !== null && !functional.includes(text));
  expect(kept.length).toBe(52);
  expect(kept.filter((text) => text !== null && reachable.includes(text))).toEqual([]);
});

test('a nominative contact keeps no text: the database refuses one', async () => {
  await expect(
    graph.db.query(`UPDATE organization_contact SET as_printed = 'x' WHERE nominative`),
  ).rejects.toThrow('organization_contact_nominative_check');
});

test('20 and 41 organisations cost the same number of statements', async () => {
  const ask = (first: number) => () =>
    graph.run(
      `query ($first: Int!) { organizations(first: $first) {
        totalCount nodes { roles seat { name } operatesIn { name } links { url source { title } } claims { field } sources { title } }
      } }`,
      { first },
    );
  const few = await graph.statementsOf(ask(20));
  const many = await graph.statementsOf(ask(100));
  expect({ few: few.length, many: many.length }).toEqual({ few: 9, many: 9 });
});
