import { VISITOR, type Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { ADMIN, AGENT, APPLICANT, JUROR } from '../testing/viewers.fixture.ts';
import { COMMUNES, fileApplications, THEMES } from './filed-world.fixture.ts';

let graph: TestSubgraph;

beforeAll(async () => {
  graph = await loadedGrants();
});
afterAll(() => graph.stop());

const FIELDS =
  'keys territory { id } applications awarded successRate requested { cents } granted { cents } medianAwardedCents suppressed';

async function statistics(viewer: Viewer, groupBy: string[], filter: object | null = null) {
  const { data, errors } = await graph
    .as(viewer)
    .run(
      `query ($filter: LaureateFilter, $groupBy: [GrantGroupBy!]!) { grantStatistics(filter: $filter, groupBy: $groupBy) { ${FIELDS} } }`,
      { filter, groupBy },
    );
  return errors?.map(({ extensions }) => extensions?.['code']) ?? data?.grantStatistics;
}

const UNKNOWN_MONEY = { requested: null, granted: null, medianAwardedCents: null };

/** Six applications that were not awarded for each theme and EPT, and three that were. */
const aCompleteEdition = () =>
  fileApplications(graph.db, [
    ...COMMUNES.flatMap((commune) =>
      THEMES.flatMap((theme) =>
        Array.from({ length: 6 }, () => ({ theme, commune, state: 'REJECTED' as const })),
      ),
    ),
    ...[500_000, 700_000, 900_000].map((awardedCents) => ({
      theme: THEMES[0],
      commune: COMMUNES[0],
      state: 'AWARDED' as const,
      awardedCents,
    })),
  ]);

test('of editions that documents tell of, what they state and the laureates that they name', async () => {
  await fileApplications(graph.db, []);
  const editions = await statistics(VISITOR, ['EDITION'], { editions: [1, 2] });
  const stated = (edition: string, awarded: number, applications: number) => ({
    ...{ keys: [edition], territory: null, applications, awarded, successRate: awarded / applications },
    ...UNKNOWN_MONEY,
    suppressed: false,
  });
  expect(editions).toEqual([stated('1', 13, 29), stated('2', 14, 41)]);
  expect(await statistics(AGENT, ['EDITION'], { editions: [1, 2] })).toEqual(editions);
  expect(await statistics(VISITOR, [], { editions: [1, 2] })).toEqual([{ ...stated('', 27, 70), keys: [] }]);
});

test('nobody knows the themes of applications that documents count', async () => {
  const rows = (await statistics(VISITOR, ['THEME'], { editions: [1] })) as { keys: string[] }[];
  expect(rows).toEqual(
    rows.map(({ keys }) =>
      expect.objectContaining({ keys, applications: null, successRate: null, suppressed: false }),
    ),
  );
  expect(rows.map(({ keys }) => keys[0])).toEqual(['VIE_QUOTIDIENNE']);
});

test('an edition that is decided tells its applications, once no number of them is small', async () => {
  await aCompleteEdition();
  const all = 6 * THEMES.length * COMMUNES.length + 3;
  const awards = {
    awarded: 3,
    granted: { cents: 2_100_000 },
    medianAwardedCents: 700_000,
    suppressed: false,
  };
  const none = { awarded: 0, granted: { cents: 0 }, medianAwardedCents: null, suppressed: false };
  expect(await statistics(VISITOR, [], { editions: [4] })).toEqual([
    {
      keys: [],
      territory: null,
      applications: all,
      successRate: 3 / all,
      requested: { cents: all * 1_000_000 },
      ...awards,
    },
  ]);
  const perTheme = 6 * COMMUNES.length;
  expect(await statistics(VISITOR, ['THEME'], { editions: [4] })).toEqual(
    THEMES.map((theme, rank) => {
      const applications = rank === 0 ? perTheme + 3 : perTheme;
      const own = rank === 0 ? { ...awards, successRate: 3 / applications } : { ...none, successRate: 0 };
      return {
        keys: [theme],
        territory: null,
        applications,
        requested: { cents: applications * 1_000_000 },
        ...own,
      };
    }).toSorted((a, b) => (a.keys[0] ?? '').localeCompare(b.keys[0] ?? '', 'fr', { numeric: true })),
  );
  const epts = (await statistics(VISITOR, ['EDITION', 'EPT'], { editions: [4] })) as {
    keys: string[];
    territory: { id: string };
    applications: number;
  }[];
  expect(
    epts.map(({ keys, territory, applications }) => [keys[0], keys[1] === territory.id, applications]),
  ).toEqual(COMMUNES.map((_, rank) => ['4', true, 6 * THEMES.length + (rank === 0 ? 3 : 0)]));
});

test.each<[string, string[], object]>([
  ['two breakdowns at once', ['THEME', 'EPT'], {}],
  ['a breakdown by commune', ['COMMUNE'], {}],
  ['a breakdown by legal form', ['LEGAL_FORM'], {}],
  ['states', ['STATE'], {}],
  ['a filter', [], { themes: [THEMES[0]] }],
  ['a search', [], { search: 'vélo' }],
])('%s shows a visitor laureates alone, and an agent everything', async (_what, groupBy, filter) => {
  const read = async (viewer: Viewer) =>
    (await statistics(viewer, groupBy, { editions: [4], ...filter })) as {
      awarded: number;
      applications: number | null;
      requested: object | null;
      suppressed: boolean;
    }[];
  const shown = await read(VISITOR);
  expect(
    shown.map(({ awarded, applications, requested, suppressed }) => [
      awarded,
      applications,
      requested,
      suppressed,
    ]),
  ).toEqual([[3, null, null, true]]);
  const [inside] = await Promise.all([read(AGENT)]);
  expect(inside.every(({ applications, suppressed }) => applications !== null && !suppressed)).toBe(true);
  expect(inside.reduce((sum, { awarded }) => sum + awarded, 0)).toBe(3);
});

test('who judges or applies reads what anybody reads; agents and administrators read the rest', async () => {
  const read = (viewer: Viewer) => statistics(viewer, ['STATE'], { editions: [4] });
  const [visitor, applicant, juror, agent, admin] = await Promise.all(
    [VISITOR, APPLICANT, JUROR, AGENT, ADMIN].map(read),
  );
  expect([applicant, juror, admin]).toEqual([visitor, visitor, agent]);
  expect(agent).toEqual([
    expect.objectContaining({ keys: ['AWARDED'], applications: 3 }),
    expect.objectContaining({ keys: ['REJECTED'], applications: 6 * THEMES.length * COMMUNES.length }),
  ]);
});

test.each<[string, string[]]>([
  ['four dimensions', ['THEME', 'EPT', 'STATE', 'EDITION']],
  ['one twice', ['THEME', 'THEME']],
])('%s are refused', async (_what, groupBy) => {
  expect(await statistics(VISITOR, groupBy)).toEqual(['BAD_USER_INPUT']);
});

test('many rows cost what one costs', async () => {
  const of = (groupBy: string[]) => graph.statementsOf(() => statistics(VISITOR, groupBy));
  const [few, many] = [await of(['EDITION']), await of(['THEME'])];
  expect([few.length, many.length]).toEqual([3, 4]);
});
