import { schemaDrift, VISITOR } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { procurement } from '../procurement.ts';
import { aDirectory, STRUCTURES } from './siae.fixture.ts';
import { completenessOf } from './siae.rules.ts';

let graph: TestSubgraph;

beforeAll(async () => {
  graph = await aDirectory();
});
afterAll(() => graph.stop());

const codeOf = async (query: string) => {
  const { data, errors } = await graph.run(query);
  return [data, errors?.map(({ extensions }) => extensions)];
};

test('entities and migrations agree', async () => {
  expect(await schemaDrift(procurement, graph.url)).toEqual([]);
});

test('a record shows what was invented, says so, and leaves the rest unknown', async () => {
  const [first] = STRUCTURES;
  if (first === undefined) throw new Error('no structure');
  const { data, errors } = await graph.run(
    `query ($siret: String!) { siae(siret: $siret) {
      __typename id organization { id } kind sectors labels turnoverCents employeesInsertion employeesPermanent inQpv
      location { lat } isDemonstration isClubMember agreementValidUntil completeness
      activities { sector prestaTypes coverage { id } radiusKm } contracts { uid } sources { producer title }
    } }`,
    { siret: '000 000 018 00010' },
  );
  expect({ data, errors }).toEqual({
    errors: undefined,
    data: {
      siae: {
        __typename: 'Siae',
        id: first.siaeId,
        organization: { id: first.organizationId },
        kind: first.kind,
        sectors: first.sectors,
        labels: first.labels,
        turnoverCents: first.turnoverCents,
        employeesInsertion: first.employeesInsertion,
        employeesPermanent: first.employeesPermanent,
        inQpv: first.inQpv,
        location: null,
        isDemonstration: true,
        isClubMember: first.isClubMember,
        agreementValidUntil: null,
        completeness: completenessOf({ ...first, agreementValidUntil: null }),
        activities: first.sectors.map((sector) => ({
          sector,
          prestaTypes: first.prestaTypes,
          coverage: [],
          radiusKm: null,
        })),
        contracts: [],
        sources: [{ producer: 'Graph’ESS', title: 'Données de démonstration inventées' }],
      },
    },
  });
});

describe('siae(siret)', () => {
  test('an unknown SIRET has no record', async () => {
    expect(await codeOf('{ siae(siret: "73282932000074") { id } }')).toEqual([{ siae: null }, undefined]);
  });

  test.each(['73282932000075', '7328293200007', 'siret', ''])('« %s » is not a SIRET', async (siret) => {
    expect(await codeOf(`{ siae(siret: "${siret}") { id } }`)).toEqual([
      { siae: null },
      [{ code: 'BAD_USER_INPUT', argument: 'siret' }],
    ]);
  });
});

describe('paging', () => {
  const walk = async (orderBy: string) => {
    const seen: { id: string; completeness: number }[] = [];
    for (let after: unknown = null; ; ) {
      const { data } = await graph.run(
        `query ($after: String, $orderBy: SiaeOrder!) { siaes(first: 50, after: $after, orderBy: $orderBy) {
          nodes { id completeness } pageInfo { hasNextPage endCursor } totalCount
        } }`,
        { after, orderBy },
      );
      const page = data?.siaes as {
        nodes: typeof seen;
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      seen.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) return seen;
      after = page.pageInfo.endCursor;
    }
  };
  const nameOf = new Map(STRUCTURES.map(({ siaeId, name }) => [siaeId, name]));
  const french = new Intl.Collator('fr-FR');
  const byName = (a: { id: string }, b: { id: string }) =>
    french.compare(nameOf.get(a.id) ?? '', nameOf.get(b.id) ?? '');

  test('by name, each once, in the French alphabet', async () => {
    const seen = await walk('NAME_ASC');
    expect(new Set(seen.map(({ id }) => id)).size).toBe(STRUCTURES.length);
    expect(seen).toEqual([...seen].sort(byName));
  });

  test('by relevance, the best filled in first, then by name', async () => {
    const seen = await walk('RELEVANCE_DESC');
    expect(seen).toEqual([...seen].sort((a, b) => b.completeness - a.completeness || byName(a, b)));
  });

  test.each([
    ['first: 0', 'first'],
    ['first: 101', 'first'],
    ['after: "x"', 'after'],
  ])('%s is refused', async (args, argument) => {
    expect(await codeOf(`{ siaes(${args}) { totalCount } }`)).toEqual([
      null,
      [{ code: 'BAD_USER_INPUT', argument }],
    ]);
  });

  test('a cursor of another order is refused', async () => {
    const { data } = await graph.run('{ siaes(first: 1) { pageInfo { endCursor } } }');
    const cursor = (data?.siaes as { pageInfo: { endCursor: string } } | undefined)?.pageInfo.endCursor;
    expect(await codeOf(`{ siaes(orderBy: NAME_ASC, after: "${cursor}") { totalCount } }`)).toEqual([
      null,
      [{ code: 'BAD_USER_INPUT', argument: 'after' }],
    ]);
  });

  test('a page costs one statement; its total and facets cost theirs only when asked for', async () => {
    const costOf = async (fields: string) =>
      (await graph.statementsOf(() => graph.run(`{ siaes { ${fields} } }`))).length;
    expect(await costOf('nodes { id kind activities { sector } organization { id } }')).toBe(1);
    expect(await costOf('nodes { id } totalCount facets { kinds { count } }')).toBe(3);
  });
});

describe('need', () => {
  test('asks who is there', async () => {
    expect(await codeOf('{ need(id: "NEED:x") { id matches { totalCount } } }')).toEqual([
      { need: null },
      [{ code: 'UNAUTHENTICATED' }],
    ]);
  });

  test('knows none', async () => {
    const buyer = graph.as({ ...VISITOR, kind: 'person', subject: 'someone', roles: ['buyer'] });
    expect(await buyer.run('{ need(id: "NEED:x") { id } }')).toEqual({ data: { need: null } });
  });
});
