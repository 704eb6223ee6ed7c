import { VISITOR, type Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anObservatory } from '../observatory.fixture.ts';
import { cellsOf, communesOf, type Line, publishCells, stored, VALLEE_SUD } from './publish.fixture.ts';

let graph: TestSubgraph;
let communes: string[];
beforeAll(async () => {
  graph = await anObservatory();
  communes = await communesOf(graph.db, VALLEE_SUD);
});
afterAll(() => graph.stop());

const PRODUCER: Viewer = { ...VISITOR, kind: 'person', subject: 'PERSON:producer-1', roles: ['producer'] };
/** Contributors enough, none of which dominates. */
const MANY = { units: 20, largest: 10 };

type Read = { value: number | null; status: string };

async function read(
  viewer: Viewer,
  territory: string,
  period: number,
  asOf?: string,
  code = 'ESS_JOBS',
): Promise<Read> {
  const { data } = await graph.as(viewer).run(
    `query ($code: String!, $codes: [String!]!, $period: PeriodInput!, $asOf: DateTime) {
       territory(code: $code) { indicators(codes: $codes, period: $period, asOf: $asOf) { value status } } }`,
    { code: territory, codes: [code], period: { from: period, to: period }, asOf: asOf ?? null },
  );
  const found = data?.['territory'] as { indicators: Read[] } | undefined;
  return found?.indicators[0] ?? { value: null, status: 'NOBODY' };
}

async function lastInstant(): Promise<string> {
  const [row]: { at: Date }[] = await graph.db.query(
    `SELECT max(released_at) AS at FROM vintage WHERE dataset_code = 'ESS-FLORES'`,
  );
  return row?.at.toISOString() ?? '';
}

test('a figure of two units is hidden with another one, and producers alone are told why', async () => {
  const lines = communes.map(
    (id, at): Line => [id, 100 + at, at === 0 ? { units: 2, period: 2001 } : { ...MANY, period: 2001 }],
  );
  const result = await publishCells(graph.db, cellsOf(lines));
  const shown = await stored(graph.db);
  const hidden = communes.filter((id) => shown[`ESS_JOBS/${id}/2001`]?.endsWith('secret'));
  expect([
    result.kind === 'PUBLISHED' && [result.disclosure.suppressedPrimary, result.disclosure.recoverableCells],
    [hidden.length, hidden[0] === communes[0]],
    await read(VISITOR, communes[0] ?? '', 2001),
    await read(PRODUCER, communes[0] ?? '', 2001),
    await read(PRODUCER, hidden[1] ?? '', 2001),
    await read(VISITOR, communes[0] ?? '', 2001, undefined, 'ESS_JOBS_PER_1000'),
    await read(VISITOR, VALLEE_SUD, 2001),
  ]).toEqual([
    [1, 0],
    [2, true],
    { value: null, status: 'SUPPRESSED' },
    { value: null, status: 'SUPPRESSED_FREQUENCY' },
    { value: null, status: 'SUPPRESSED_SECONDARY' },
    { value: null, status: 'SUPPRESSED' },
    { value: 1155, status: 'NORMAL' },
  ]);
});

test('what one employer makes is a secret in all its figures, and one or two jobs are of one or two employers', async () => {
  const [lone = '', dominated = '', few = ''] = communes;
  const lines = communes.flatMap((id, at): Line[] => [
    [id, id === few ? 2 : 100 + at, { period: 1991, ...ofJobs(id) }],
    [id, 90 + at, { period: 1991, indicator: 'ESS_FTE', units: null, largest: null }],
  ]);
  function ofJobs(id: string) {
    if (id === lone) return { units: 1, largest: 100 };
    if (id === dominated) return { units: 9, largest: 100 };
    return id === few ? { units: null, largest: null } : MANY;
  }
  expect((await publishCells(graph.db, cellsOf(lines))).kind).toBe('PUBLISHED');
  const statuses = await Promise.all(
    [lone, dominated, few].flatMap((id) => [
      read(VISITOR, id, 1991),
      read(VISITOR, id, 1991, undefined, 'ESS_FTE'),
    ]),
  );
  expect(statuses).toEqual(Array(6).fill({ value: null, status: 'SUPPRESSED' }));
});

test('what becomes a secret was one all along, with all that was computed from it', async () => {
  const [first = '', second = ''] = communes;
  const before = communes.map((id, at): Line => [id, 100 + at, { ...MANY, period: 2003 }]);
  await publishCells(graph.db, cellsOf(before));
  const then = await lastInstant();
  const shown = [await read(VISITOR, first, 2003, then), await read(VISITOR, second, 2003, then)];
  const after = communes.map(
    (id, at): Line => [id, 100 + at, at === 0 ? { units: 1, period: 2003 } : { ...MANY, period: 2003 }],
  );
  await publishCells(graph.db, cellsOf(after));
  const codes = ['ESS_JOBS', 'ESS_JOBS_PER_1000'];
  const now = await Promise.all(codes.map((code) => read(VISITOR, first, 2003, then, code)));
  const inWords = await graph.run(
    `{ territory(code: "${first}") { indicators(codes: ["ESS_JOBS"], period: {from: 2003, to: 2003}) { revisions { value status } } } }`,
  );
  expect([shown, now, inWords.data]).toEqual([
    [
      { value: 100, status: 'NORMAL' },
      { value: 101, status: 'NORMAL' },
    ],
    [
      { value: null, status: 'SUPPRESSED' },
      { value: null, status: 'SUPPRESSED' },
    ],
    { territory: { indicators: [{ revisions: [{ value: null, status: 'SUPPRESSED' }] }] } },
  ]);
  // A later file in which the figure is no secret any more does not tell it.
  await publishCells(
    graph.db,
    cellsOf(before.map(([id, value, rest]): Line => [id, (value ?? 0) + 50, rest ?? {}])),
  );
  expect(await read(VISITOR, first, 2003)).toEqual({ value: null, status: 'SUPPRESSED' });
});

test('one or two establishments hide their jobs; a producer’s own secret is no zero', async () => {
  const [first = '', second = '', third = ''] = communes;
  const lines = communes.flatMap((id, at): Line[] => [
    [id, at === 0 ? 1 : 10 + at, { indicator: 'ESS_ESTABLISHMENTS', period: 2005 }],
    at === 1
      ? [id, null, { status: 'SUPPRESSED_PRODUCER', period: 2005 }]
      : [id, at === 2 ? 0 : 100 + at, { period: 2005 }],
  ]);
  await publishCells(graph.db, cellsOf([...lines, [VALLEE_SUD, 1_100, { period: 2005 }]]));
  expect([
    await read(PRODUCER, first, 2005),
    await read(PRODUCER, second, 2005),
    await read(VISITOR, third, 2005),
    await read(PRODUCER, first, 2005, undefined, 'ESS_ESTABLISHMENTS'),
  ]).toEqual([
    { value: null, status: 'SUPPRESSED_FREQUENCY' },
    { value: null, status: 'SUPPRESSED_PRODUCER' },
    { value: 0, status: 'NORMAL' },
    { value: null, status: 'SUPPRESSED_FREQUENCY' },
  ]);
});

test('a count published after the jobs that it counts makes a secret of them', async () => {
  const [first = ''] = communes;
  const jobs = communes.map((id, at): Line => [id, 100 + at, { period: 2011 }]);
  await publishCells(graph.db, cellsOf(jobs));
  const before = await read(VISITOR, first, 2011);
  const counts = communes.map(
    (id, at): Line => [id, at === 0 ? 2 : 10 + at, { indicator: 'ESS_ESTABLISHMENTS', period: 2011 }],
  );
  const result = await publishCells(graph.db, cellsOf(counts));
  const shown = await stored(graph.db);
  expect([
    before,
    await read(PRODUCER, first, 2011),
    shown[`ESS_JOBS_PER_1000/${first}/2011`],
    shown[`ESS_JOBS/${VALLEE_SUD}/2011`],
    result.kind === 'PUBLISHED' && result.deleted,
  ]).toEqual([
    { value: 100, status: 'NORMAL' },
    { value: null, status: 'SUPPRESSED_FREQUENCY' },
    'SUPPRESSED_SECONDARY secret',
    '1155 NORMAL',
    0,
  ]);
});

test('a secret that its total would tell hides the total; one that sums contradict is refused without a value', async () => {
  const [first = '', ...rest] = communes;
  const file = (period: number, other: number, total: number) =>
    cellsOf([
      [first, null, { status: 'SUPPRESSED_PRODUCER', period }],
      ...rest.map((id): Line => [id, other, { period }]),
      [VALLEE_SUD, total, { period }],
    ]);
  await publishCells(graph.db, file(2013, 0, 40));
  const refused = await publishCells(graph.db, file(2014, 4, 39));
  expect([await read(PRODUCER, VALLEE_SUD, 2013), await read(VISITOR, rest[0] ?? '', 2013), refused]).toEqual(
    [
      { value: null, status: 'SUPPRESSED_SECONDARY' },
      { value: 0, status: 'NORMAL' },
      {
        kind: 'REJECTED',
        problems: [
          {
            ...{ line: 13, column: 'value', code: 'SUM_CONTRADICTS_PARTS', raw: null },
            message: `Le total de ${VALLEE_SUD} contredit la somme de ses territoires.`,
          },
        ],
        ...{ problemCount: 1, quarantined: [] },
      },
    ],
  );
});

test('former ranks of a département in which a commune is now a secret are told no more; new ones leave it out', async () => {
  const all = await communesOf(graph.db, 'DEP:92');
  const lines = all.map((id, at): Line => [id, 200 + at, { ...MANY, period: 2007 }]);
  await publishCells(graph.db, cellsOf(lines));
  const then = await lastInstant();
  const best = all.at(-1) ?? '';
  const first = await read(VISITOR, best, 2007, then, 'ESS_JOBS_RANK');
  const top = await read(VISITOR, 'DEP:92', 2007, then, 'ESS_JOBS_TOP5_SHARE');
  const secret = lines.map(
    ([id, value, rest]): Line => [id, value, { ...rest, ...(id === all[20] ? { units: 1 } : {}) }],
  );
  await publishCells(graph.db, cellsOf(secret));
  const shown = await stored(graph.db);
  const ranks = all.flatMap((id) => {
    const rank = shown[`ESS_JOBS_RANK/${id}/2007`]?.split(' ') ?? [];
    return rank[1] === 'NORMAL' ? [Number(rank[0])] : [];
  });
  expect([
    first,
    top.value?.toFixed(4),
    await read(VISITOR, best, 2007, then, 'ESS_JOBS_RANK'),
    await read(VISITOR, best, 2007, undefined, 'ESS_JOBS_RANK'),
    await read(VISITOR, 'DEP:92', 2007, undefined, 'ESS_JOBS_TOP5_SHARE'),
    await read(VISITOR, 'DEP:92', 2007, then, 'ESS_JOBS_TOP5_SHARE'),
    ranks.toSorted((a, b) => a - b),
  ]).toEqual([
    { value: 1, status: 'NORMAL' },
    (1165 / 7830).toFixed(4),
    { value: null, status: 'SUPPRESSED' },
    { value: 1, status: 'NORMAL' },
    { value: null, status: 'SUPPRESSED' },
    { value: null, status: 'SUPPRESSED' },
    Array.from({ length: ranks.length }, (_, at) => at + 1),
  ]);
  expect(ranks.length).toBeLessThan(36);
});
