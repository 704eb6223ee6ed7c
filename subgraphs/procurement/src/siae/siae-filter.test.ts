import type { DemonstrationStructure } from '@graphess/demonstration';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aDirectory, STRUCTURES } from './siae.fixture.ts';

let graph: TestSubgraph;
const LAUREATES = new Set(STRUCTURES.slice(0, 5).map(({ organizationId }) => organizationId));

beforeAll(async () => {
  graph = await aDirectory();
  await graph.db.query('INSERT INTO laureate_copy SELECT id, true FROM unnest($1::text[]) AS id', [
    [...LAUREATES],
  ]);
});
afterAll(() => graph.stop());

type Facets = Record<'kinds' | 'sectors' | 'territories', { key: string; label: string; count: number }[]>;
type List = {
  totalCount: number;
  nodes: { id: string }[];
  edges: { matchReasons: string[] }[];
  facets: Facets;
};

async function list(filter: object): Promise<List> {
  const { data, errors } = await graph.run(
    `query ($filter: SiaeFilter) { siaes(filter: $filter, first: 100) {
      totalCount nodes { id } edges { matchReasons }
      facets { kinds { key label count } sectors { key label count } territories { key label count } }
    } }`,
    { filter },
  );
  expect(errors).toBeUndefined();
  return data?.siaes as List;
}

type Each = DemonstrationStructure;
const meets = (wanted: readonly string[]) => (own: readonly string[]) =>
  own.some((each) => wanted.includes(each));
const FILTERS: [filter: object, expected: (each: Each) => boolean][] = [
  [{ kinds: ['EI', 'ACI'] }, ({ kind }) => meets(['EI', 'ACI'])([kind])],
  [{ kinds: [] }, () => false],
  [{ prestaTypes: ['DISP'] }, ({ prestaTypes }) => meets(['DISP'])(prestaTypes)],
  [{ sectors: ['PROPRETE', 'TEXTILE'] }, ({ sectors }) => meets(['PROPRETE', 'TEXTILE'])(sectors)],
  [{ sectors: ['INCONNU'] }, () => false],
  [{ labels: ['ESUS'] }, ({ labels }) => meets(['ESUS'])(labels)],
  [{ locatedIn: 'COM:92050' }, ({ commune }) => commune === 'COM:92050'],
  [{ locatedIn: 'COM:75050' }, ({ commune }) => commune === 'COM:92050'],
  [{ locatedIn: 'EPT:200057982' }, ({ commune }) => commune === 'COM:92050'],
  [{ locatedIn: 'DEP:92' }, () => true],
  [{ locatedIn: 'REG:11' }, () => true],
  [{ locatedIn: 'DEP:69' }, () => false],
  [{ inQpv: true }, ({ inQpv }) => inQpv === true],
  [{ inQpv: false }, ({ inQpv }) => inQpv === false],
  [{ isLaureate: true }, ({ organizationId }) => LAUREATES.has(organizationId)],
  [{ isLaureate: false }, ({ organizationId }) => !LAUREATES.has(organizationId)],
  [{ isClubMember: true }, (each) => each.isClubMember],
  [{ isClubMember: false }, (each) => !each.isClubMember],
  [{ minTurnoverCents: 50_000_000 }, ({ turnoverCents }) => (turnoverCents ?? -1) >= 50_000_000],
  [{ minTurnoverCents: 0 }, ({ turnoverCents }) => turnoverCents !== null],
  [
    { minEmployees: 30 },
    ({ employeesInsertion, employeesPermanent }) =>
      (employeesInsertion ?? 0) + (employeesPermanent ?? 0) >= 30,
  ],
  [{ isDemonstration: true }, () => true],
  [{ isDemonstration: false }, () => false],
  [{ updatedSince: '2026-03-02T10:00:00Z' }, () => true],
  [{ updatedSince: '2026-03-02T11:00:00+01:00' }, () => true],
  [{ updatedSince: '2027-01-01T00:00:00Z' }, () => false],
];

const sum = (counts: readonly { count: number }[]) => counts.reduce((total, { count }) => total + count, 0);

describe('each filter keeps what it says', () => {
  test.each(FILTERS)('%j', async (filter, expected) => {
    const kept = STRUCTURES.filter(expected);
    const { totalCount, nodes, facets } = await list(filter);
    expect({
      totalCount,
      shown: nodes.length,
      strangers: nodes.filter(({ id }) => !kept.some(({ siaeId }) => siaeId === id)),
      kinds: sum(facets.kinds),
      territories: sum(facets.territories),
      sectors: sum(facets.sectors),
    }).toEqual({
      totalCount: kept.length,
      shown: Math.min(kept.length, 100),
      strangers: [],
      kinds: kept.length,
      territories: kept.length,
      sectors: kept.flatMap(({ sectors }) => sectors).length,
    });
  });

  test('and every pair of them keeps what both keep', async () => {
    const pairs = FILTERS.flatMap((one, index) =>
      FILTERS.slice(index + 1).map((other) => [one, other] as const),
    );
    const disjoint = pairs.filter(([[a], [b]]) => Object.keys(a)[0] !== Object.keys(b)[0]);
    const wrong: object[] = [];
    for (const [[a, keptByA], [b, keptByB]] of disjoint) {
      const filter = { ...a, ...b };
      const { data } = await graph.run(
        'query ($filter: SiaeFilter) { siaes(filter: $filter) { totalCount } }',
        {
          filter,
        },
      );
      const expected = STRUCTURES.filter((each) => keptByA(each) && keptByB(each)).length;
      const total = (data?.siaes as List | undefined)?.totalCount;
      if (total !== expected) wrong.push({ filter, total, expected });
    }
    expect(wrong).toEqual([]);
  });
});

describe('facets', () => {
  test('speak French, the most frequent first', async () => {
    const { facets } = await list({ locatedIn: 'COM:92050', kinds: ['EI'] });
    expect({ kinds: facets.kinds.map(({ label }) => label), territories: facets.territories }).toEqual({
      kinds: ['Entreprise d’insertion'],
      territories: [{ key: 'COM:92050', label: 'Nanterre', count: facets.kinds[0]?.count }],
    });
    const { facets: all } = await list({});
    expect(all.sectors).toEqual(
      [...all.sectors].sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'fr')),
    );
    expect(all.sectors.find(({ key }) => key === 'PROPRETE')?.label).toBe('Nettoyage et propreté');
  });
});

describe('search', () => {
  test.each([
    ['HIRONDELLE', 'nom', ({ name }: Each) => name.includes('Hirondelle')],
    ['l’erable', 'nom', ({ name }: Each) => name.includes('l’Érable')],
    [
      'blanchisserie et',
      'secteur : Blanchisserie et entretien du linge',
      ({ sectors }: Each) => meets(['BLANCHISSERIE'])(sectors),
    ],
  ])('« %s » is met by %s', async (search, reason, expected) => {
    const { totalCount, edges } = await list({ search });
    const kept = STRUCTURES.filter(expected).length;
    expect({ totalCount, reasons: [...new Set(edges.flatMap(({ matchReasons }) => matchReasons))] }).toEqual({
      totalCount: kept,
      reasons: [reason],
    });
    expect(kept).toBeGreaterThan(0);
  });

  test('words of the name and of a sector meet together', async () => {
    const { totalCount, edges } = await list({ search: 'linge colombes' });
    const kept = STRUCTURES.filter(
      ({ name, sectors }) => name.includes('Colombes') && sectors.includes('BLANCHISSERIE'),
    );
    expect({ totalCount, edges }).toEqual({
      totalCount: kept.length,
      edges: kept.map(() => ({ matchReasons: ['nom et secteurs'] })),
    });
    expect(kept.length).toBeGreaterThan(0);
  });

  test.each(['日本', '!!!', 'zzzz'])('« %s » meets nothing', async (search) => {
    expect((await list({ search })).totalCount).toBe(0);
  });

  test('without a search nothing needs a reason', async () => {
    const { edges } = await list({ locatedIn: 'COM:92025' });
    expect(edges.flatMap(({ matchReasons }) => matchReasons)).toEqual([]);
  });
});

test.each([
  [{ search: '  ' }, 'filter.search'],
  [{ search: 'a\u0000' }, 'filter.search'],
  [{ locatedIn: '92050' }, 'filter.locatedIn'],
  [{ minTurnoverCents: -1 }, 'filter.minTurnoverCents'],
  [{ minEmployees: -1 }, 'filter.minEmployees'],
])('%j is refused', async (filter, argument) => {
  const { errors } = await graph.run(
    'query ($filter: SiaeFilter) { siaes(filter: $filter) { totalCount } }',
    { filter },
  );
  expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', argument }]);
});
