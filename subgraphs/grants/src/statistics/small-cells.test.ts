import { clockSetTo, VISITOR, type Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { AGENT } from '../testing/viewers.fixture.ts';
import { COMMUNES, type Filed, fileApplications, THEMES } from './filed-world.fixture.ts';
import { GrantGroupBy } from './grant-group-by.ts';

/** As many as a test may take. `npm run prove -- properties` makes many more, from another seed. */
const WORLDS = Number(process.env['WORLDS'] ?? 3);
const SEED = Number(process.env['PROPERTIES_SEED'] ?? 11);

let graph: TestSubgraph;

beforeAll(async () => {
  graph = await loadedGrants({ clock: clockSetTo('2026-03-02') });
});
afterAll(() => graph.stop());

const DIMENSIONS = Object.values(GrantGroupBy);
/** Every set of up to two dimensions, none included. */
const GROUPINGS = [
  [],
  ...DIMENSIONS.map((each) => [each]),
  ...DIMENSIONS.flatMap((a, rank) => DIMENSIONS.slice(rank + 1).map((b) => [a, b])),
];
const FILTERS = [
  {},
  { editions: [4] },
  { editions: [3, 4] },
  { isDemonstration: false },
  { themes: [THEMES[0]] },
  { within: 'EPT:200057990' },
  { within: COMMUNES[1] },
  { search: 'structure' },
  { minCents: 1 },
  { asOf: '2026-12-31' },
];

/** All that somebody reads of one filter after another, grouped in every way. */
async function everything(viewer: Viewer): Promise<string> {
  const answers = [];
  for (const filter of FILTERS) {
    const fields = GROUPINGS.map(
      (groupBy, rank) =>
        `q${rank}: grantStatistics(filter: $filter, groupBy: [${groupBy.join()}]) { keys applications awarded successRate requested { cents } granted { cents } medianAwardedCents suppressed }`,
    );
    const { data, errors } = await graph
      .as(viewer)
      .run(`query ($filter: LaureateFilter) { ${fields.join('\n')} }`, { filter });
    expect(errors).toBeUndefined();
    answers.push(data);
  }
  return JSON.stringify(answers);
}

/** A generator of numbers that is the same each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const STATES = ['REJECTED', 'REJECTED', 'INELIGIBLE', 'WITHDRAWN', 'AWARDED', 'UNDER_REVIEW'] as const;

function aWorld(next: (below: number) => number): Filed[] {
  const size = [0, 3, 6, 14, 45][next(5)] ?? 0;
  const states = next(3) === 0 ? 6 : 5;
  return Array.from({ length: size }, () => ({
    theme: THEMES[next(10) < 8 ? 0 : 1],
    commune: COMMUNES[Math.min(next(4), next(4))],
    state: STATES[next(states)] ?? 'REJECTED',
  })).map((each) => (each.state === 'AWARDED' ? { ...each, awardedCents: 700_000 } : each));
}

/** A cell, and another of the same breakdown. */
type Cell = readonly [of: 'theme' | 'commune', key: string, other: string];

/** The same world, where a cell that held unpublished applications holds none, or one that held none holds one. */
function twinOf(world: readonly Filed[], [of, key, other]: Cell): Filed[] {
  const isHere = (each: Filed) => each.state !== 'AWARDED' && each[of] === key;
  if (world.some(isHere)) return world.map((each) => (isHere(each) ? { ...each, [of]: other } : each));
  const movable = world.findIndex((each) => each.state !== 'AWARDED');
  if (movable < 0) {
    return [...world, { theme: THEMES[0], commune: COMMUNES[0], state: 'REJECTED', [of]: key }];
  }
  return world.map((each, rank) => (rank === movable ? { ...each, [of]: key } : each));
}

const isSmall = (world: readonly Filed[], of: 'theme' | 'commune', key: string) =>
  world.filter((each) => each.state !== 'AWARDED' && each[of] === key).length < 5;

test('whether a small cell holds an application changes nothing of all that a visitor can ask', async () => {
  const next = numbers(SEED);
  const seen = { twins: 0, agentSees: 0, told: 0 };
  for (let round = 0; round < WORLDS; round += 1) {
    const world = aWorld(next);
    await fileApplications(graph.db, world);
    const [visitor, agent] = [await everything(VISITOR), await everything(AGENT)];
    const all: Cell[] = [
      ...THEMES.map((key, rank): Cell => ['theme', key, THEMES[1 - rank] ?? '']),
      ...COMMUNES.map((key, rank): Cell => ['commune', key, COMMUNES[(rank + 1) % 4] ?? '']),
    ];
    const cells = all.filter(([of, key]) => isSmall(world, of, key));
    if (/"keys":\["4"\],"applications":\d/.test(visitor)) seen.told += 1;
    const chosen = cells[next(cells.length)];
    if (chosen === undefined) continue;
    await fileApplications(graph.db, twinOf(world, chosen));
    expect([round, await everything(VISITOR)]).toEqual([round, visitor]);
    seen.twins += 1;
    // Without the rule, the same question tells the two worlds apart.
    if ((await everything(AGENT)) !== agent) seen.agentSees += 1;
  }
  expect([seen.twins > 2, seen.agentSees, seen.told > 0]).toEqual([true, seen.twins, true]);
}, 3_600_000);

test('an edition that still moves tells nothing: two readings would tell who came in between', async () => {
  const many = (state: Filed['state']) =>
    THEMES.flatMap((theme) =>
      COMMUNES.flatMap((commune) => Array.from({ length: 6 }, (): Filed => ({ theme, commune, state }))),
    );
  const read = async () => {
    const { data } = await graph.run(
      '{ grantStatistics(filter: { editions: [4] }, groupBy: [EDITION]) { applications suppressed } }',
    );
    return data?.grantStatistics;
  };
  await fileApplications(graph.db, many('REJECTED'));
  const decided = await read();
  await fileApplications(graph.db, [
    ...many('REJECTED'),
    { theme: THEMES[0], commune: COMMUNES[0], state: 'UNDER_REVIEW' },
  ]);
  const moving = await read();
  await fileApplications(graph.db, many('REJECTED'));
  await graph.db.query(`UPDATE call SET closes_at = '2026-04-01' WHERE id = 'CALL:4'`);
  const open = await read();
  const hidden = [{ applications: null, suppressed: true }];
  expect([decided, moving, open]).toEqual([[{ applications: 48, suppressed: false }], hidden, hidden]);
});
