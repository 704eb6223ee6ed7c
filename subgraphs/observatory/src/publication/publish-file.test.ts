import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SourceCell } from '../import/source-cell.ts';
import { anObservatory } from '../observatory.fixture.ts';
import {
  cellsOf,
  communesOf,
  itemsOf,
  type Line,
  publishCells,
  stored,
  VALLEE_SUD,
} from './publish.fixture.ts';
import type { PublishFileResult } from './publish-file.ts';

let graph: TestSubgraph;
let communes: string[];
beforeAll(async () => {
  graph = await anObservatory();
  communes = await communesOf(graph.db, VALLEE_SUD);
});
afterAll(() => graph.stop());

const inYear = (period: number, line: Line): Line => [line[0], line[1], { ...line[2], period }];
const plain = (period: number, from = 100) => communes.map((id, at) => inYear(period, [id, from + at]));
const counts = (result: PublishFileResult) =>
  result.kind === 'PUBLISHED' ? [result.inserted, result.revised, result.deleted] : result;
const problemsOf = (result: PublishFileResult) =>
  result.kind === 'REJECTED' ? result.problems.map(({ line, column, code }) => [line, column, code]) : result;
const everything = async () => ({ stored: await stored(graph.db), vintages: await vintages() });
const vintages = (): Promise<unknown[]> => graph.db.query('SELECT id FROM vintage ORDER BY id');

test('a total that the file lacks is computed once all its communes are told', async () => {
  const without = communes.slice(1).map((id): Line => [id, 10, { period: 2001 }]);
  await publishCells(graph.db, cellsOf(without));
  expect((await stored(graph.db))[`ESS_JOBS/${VALLEE_SUD}/2001`]).toBe(undefined);
  const all = communes.map((id): Line => [id, 10, { period: 2001, status: 'PROVISIONAL' }]);
  await publishCells(graph.db, cellsOf(all));
  expect((await stored(graph.db))[`ESS_JOBS/${VALLEE_SUD}/2001`]).toBe('110 PROVISIONAL');
});

test('what a second file leaves as it was keeps its revision, the rest is revised or ends', async () => {
  expect(counts(await publishCells(graph.db, cellsOf(plain(1992))))).toEqual([23, 0, 0]);
  const [first = '', second = '', ...rest] = communes;
  const changed: Line[] = [[second, 500], ...rest.map((id, at): Line => [id, 102 + at])];
  const result = await publishCells(graph.db, cellsOf(changed.map((line) => inYear(1992, line))), {
    reason: 'Déclarations tardives',
  });
  // The first commune goes with its figure for 1 000 inhabitants, and the total with it; the second changes with its own.
  expect(counts(result)).toEqual([0, 2, 3]);
  const revisions = await graph.db.query(
    `SELECT r.value, r.reason, r.valid_to IS NULL AS holds FROM observation_revision r
      WHERE r.observation_id = ANY($1) ORDER BY r.observation_id, r.valid_from`,
    [[first, second].map((id) => `OBS:ESS-FLORES/ESS_JOBS/${id}/1992`)],
  );
  expect(revisions).toEqual([
    { value: 100, reason: null, holds: false },
    { value: 101, reason: null, holds: false },
    { value: 500, reason: 'Déclarations tardives', holds: true },
  ]);
});

test('a slice that the file does not have stays as it was', async () => {
  await publishCells(graph.db, cellsOf(plain(2003)));
  const families = communes.map(
    (id, at): Line => [id, at, { period: 2003, breakdown: 'ESS_FAMILY=ASSOCIATION', units: 20 }],
  );
  const before = await stored(graph.db);
  await publishCells(graph.db, cellsOf(families));
  const after = await stored(graph.db);
  expect(Object.entries(before).filter(([id, shown]) => after[id] !== shown)).toEqual([]);
  expect(after[`ESS_JOBS/${VALLEE_SUD}/2003/ESS_FAMILY=ASSOCIATION`]).toBe('55 NORMAL');
});

test('a dry run counts what the real one does, and leaves nothing', async () => {
  const cells = cellsOf([
    ...plain(2004),
    [communes[0] ?? '', 7, { indicator: 'PRIVATE_JOBS', period: 2004 }],
  ]);
  const before = await everything();
  const dry = await publishCells(graph.db, cells, { dryRun: true });
  const between = await everything();
  const real = await publishCells(graph.db, cells);
  expect([between, counts(dry)]).toEqual([before, counts(real)]);
  expect(dry).toEqual({ ...real, vintageId: null, disclosure: expect.any(Object) });
});

test('a file is published once, and a vintage has one name', async () => {
  const cells = cellsOf(plain(2005));
  const hash = 'a'.repeat(64);
  const first = await publishCells(graph.db, cells, { label: 'Une fois', fileHash: () => hash });
  const before = await everything();
  expect([
    first.kind,
    await publishCells(graph.db, cells, { label: 'Deux fois', fileHash: () => hash }),
    await publishCells(graph.db, cells, { label: 'Une FOIS' }),
    await everything(),
  ]).toEqual([
    'PUBLISHED',
    { kind: 'CONFLICT', message: 'Ce fichier est déjà publié, dans le millésime « Une fois ».' },
    { kind: 'CONFLICT', message: 'Le millésime « Une fois » existe déjà : donnez un autre nom.' },
    before,
  ]);
});

test('every problem of a file is told with its line and column, and nothing is written', async () => {
  const before = await everything();
  const [first = '', second = '', third = ''] = communes;
  const lines: Line[] = [
    [first, 10],
    [first, 11],
    ['COM:92999', 5],
    ['COM:75002', 5],
    [second, 4, { period: 2400 }],
    [second, null, { period: 2006 }],
    [second, 3, { status: 'SUPPRESSED_PRODUCER', period: 2007 }],
    [second, 3, { status: 'MISSING', period: 2008 }],
    [third, -1],
    [third, 5, { units: 4, largest: 6, period: 2009 }],
    [third, 5, { units: 0, period: 2010 }],
    [third, 5, { indicator: 'ESS_JOBS_RANK' }],
  ];
  expect(problemsOf(await publishCells(graph.db, cellsOf(lines)))).toEqual([
    [3, null, 'DUPLICATE_KEY'],
    [4, 'territory', 'TERRITORY_UNKNOWN'],
    [5, 'territory', 'TERRITORY_OF_ANOTHER_DATE'],
    [6, 'period', 'PERIOD_IN_FUTURE'],
    [6, 'period', 'PERIOD_OUT_OF_BOUNDS'],
    [7, 'value', 'VALUE_MISSING'],
    [8, 'value', 'SECRET_VALUE_PRESENT'],
    [9, 'status', 'VALUE_WITHOUT_STATUS'],
    [10, 'value', 'VALUE_OUT_OF_BOUNDS'],
    [11, 'largest', 'LARGEST_ABOVE_VALUE'],
    [12, 'units', 'UNITS_MISSING'],
    [13, 'indicator', 'INDICATOR_COMPUTED'],
  ]);
  expect(await everything()).toEqual(before);
});

test('a commune of another year is named with the one that took its place', async () => {
  const result = await publishCells(graph.db, cellsOf([['COM:75002', 5]]));
  expect(result).toMatchObject({
    problems: [
      {
        line: 2,
        column: 'territory',
        code: 'TERRITORY_OF_ANOTHER_DATE',
        message: 'Ce code n’est pas celui d’un territoire au 01/01/2024 : aujourd’hui, COM:92002 (Antony).',
      },
    ],
  });
});

test('a problem found by the reader refuses the file; a line put aside is counted', async () => {
  const problem = {
    line: 3,
    column: 'value',
    code: 'NOT_A_NUMBER',
    message: 'Un nombre est attendu.',
    raw: 'dix',
  };
  async function* items(kind: 'problem' | 'quarantined', cells: readonly SourceCell[]) {
    yield* itemsOf(cells);
    yield { kind, problem };
    yield { kind, problem: { ...problem, line: 4 } };
  }
  const refused = await publishCells(graph.db, [], { items: items('problem', cellsOf(plain(2011))) });
  const taken = await publishCells(graph.db, [], {
    items: items('quarantined', cellsOf(plain(2011))),
    dryRun: true,
  });
  expect([refused, taken.kind === 'PUBLISHED' && taken.quarantined]).toEqual([
    { kind: 'REJECTED', problems: [problem, { ...problem, line: 4 }], problemCount: 2, quarantined: [] },
    [{ code: 'NOT_A_NUMBER', message: problem.message, count: 2, firstLine: 3 }],
  ]);
});

test('a sum that contradicts its parts is refused without a figure, over territories and over families', async () => {
  const [first = '', second = ''] = communes;
  const family = (code: string) => `ESS_FAMILY=${code}`;
  const families = ['ASSOCIATION', 'COOPERATIVE', 'FONDATION', 'MUTUELLE', 'SOCIETE_ESS'];
  const lines: Line[] = [
    ...communes.map((id): Line => [id, 100]),
    [VALLEE_SUD, 1_101],
    ...families.map((code): Line => [first, 30, { breakdown: family(code), units: 9 }]),
    [second, 101, { breakdown: family('ASSOCIATION'), units: 9 }],
  ];
  const result = await publishCells(graph.db, cellsOf(lines.map((line) => inYear(2012, line))));
  expect(result).toMatchObject({
    problems: [
      { line: 2, message: `Le total de ${first} contredit la somme de ses parts par ESS_FAMILY.`, raw: null },
      {
        line: 3,
        message: `Le total de ${second} contredit la somme de ses parts par ESS_FAMILY.`,
        raw: null,
      },
      { line: 13, message: `Le total de ${VALLEE_SUD} contredit la somme de ses territoires.`, raw: null },
    ],
  });
});

test('lines of a file that details more add up, those of another one are repeated cells', async () => {
  const lines = communes.flatMap((id): Line[] => [
    [id, 4, { period: 2013, units: 3 }],
    [id, 5, { period: 2013, units: 4 }],
  ]);
  const refused = problemsOf(await publishCells(graph.db, cellsOf(lines)));
  await publishCells(graph.db, cellsOf(lines), { aggregates: () => true });
  const shown = await stored(graph.db);
  expect([refused, shown[`ESS_JOBS/${communes[0]}/2013`], shown[`ESS_JOBS/${VALLEE_SUD}/2013`]]).toEqual([
    communes.map((_, at) => [2 * at + 3, null, 'DUPLICATE_KEY']),
    '9 NORMAL',
    '99 NORMAL',
  ]);
});

test('a series breaks where its commune changed, or where the file says so, and grows elsewhere', async () => {
  const lyon = 'COM:69123';
  const year = (period: number, code: string, value: number, status: SourceCell['status'] = 'NORMAL') =>
    cellsOf([
      [code, value, { period }],
      [lyon, value, { period, status }],
    ]);
  await publishCells(graph.db, year(1967, 'COM:75002', 100), { geographyDate: '1967-01-01' });
  await publishCells(graph.db, year(1968, 'COM:92002', 110), { geographyDate: '1968-06-01' });
  await publishCells(graph.db, year(1969, 'COM:92002', 121), { geographyDate: '1969-01-01' });
  await publishCells(graph.db, year(1970, 'COM:92002', 133, 'BREAK'), { geographyDate: '1970-01-01' });
  const rows: { id: string; shown: string }[] = await graph.db.query(
    `SELECT substr(o.id, 16) AS id, concat_ws(' ', round(r.value::numeric, 2), r.status, r.comparable_with_previous) AS shown
       FROM observation o JOIN observation_revision r ON r.observation_id = o.id AND r.valid_to IS NULL
      WHERE o.dataset_code = 'ESS-FLORES' AND o.period BETWEEN 1967 AND 1970
        AND o.indicator_code IN ('ESS_JOBS', 'ESS_JOBS_GROWTH') AND o.territory_id LIKE 'COM:%' ORDER BY o.territory_id DESC, o.indicator_code, o.period`,
  );
  expect(rows.map(({ id, shown }) => `${id}: ${shown}`)).toEqual([
    'ESS_JOBS/COM:92002/1967: 100.00 NORMAL f',
    'ESS_JOBS/COM:92002/1968: 110.00 BREAK f',
    'ESS_JOBS/COM:92002/1969: 121.00 NORMAL t',
    'ESS_JOBS/COM:92002/1970: 133.00 NORMAL t',
    'ESS_JOBS_GROWTH/COM:92002/1968: NOT_APPLICABLE f',
    'ESS_JOBS_GROWTH/COM:92002/1969: 0.10 NORMAL f',
    'ESS_JOBS_GROWTH/COM:92002/1970: 0.10 NORMAL f',
    'ESS_JOBS/COM:69123/1967: 100.00 NORMAL f',
    'ESS_JOBS/COM:69123/1968: 110.00 NORMAL t',
    'ESS_JOBS/COM:69123/1969: 121.00 NORMAL t',
    'ESS_JOBS/COM:69123/1970: 133.00 BREAK f',
    'ESS_JOBS_GROWTH/COM:69123/1968: 0.10 NORMAL f',
    'ESS_JOBS_GROWTH/COM:69123/1969: 0.10 NORMAL f',
    'ESS_JOBS_GROWTH/COM:69123/1970: NOT_APPLICABLE f',
  ]);
});

test('figures of documents and invented ones are not published this way', async () => {
  const publish = async (datasetCode: string) =>
    (await publishCells(graph.db, cellsOf(plain(2014)), { datasetCode })).kind;
  expect([await publish('ESS-PANORAMA-92'), await publish('ESS-NOWHERE')]).toEqual([
    'UNKNOWN_DATASET',
    'UNKNOWN_DATASET',
  ]);
});

test('one publication of a dataset is written at a time; another dataset does not wait', async () => {
  const hold = (dataset: string) =>
    `SELECT pg_advisory_xact_lock(hashtext(current_schema || '.publication'), hashtext('${dataset}'))`;
  const waiting = async () => {
    const rows: unknown[] = await graph.db.query(
      `SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`,
    );
    return rows.length;
  };
  const ended: string[] = [];
  const publish = (datasetCode: string, period: number) =>
    publishCells(graph.db, cellsOf(plain(period)), { datasetCode }).then(({ kind }) =>
      ended.push(`${datasetCode} ${kind}`),
    );
  let first: Promise<unknown> | undefined;
  await graph.db.transaction(async (tx) => {
    await tx.query(hold('ESS-FLORES'));
    first = publish('ESS-FLORES', 2015);
    while ((await waiting()) === 0) await new Promise((wake) => setTimeout(wake, 20));
    await publish('ESS-URSSAF', 2015);
    expect(ended).toEqual(['ESS-URSSAF PUBLISHED']);
  });
  await Promise.all([first, publish('ESS-FLORES', 2016), publish('ESS-FLORES', 2017)]);
  const instants = await graph.db.query(
    `SELECT count(*)::int - count(DISTINCT released_at)::int AS same FROM vintage WHERE dataset_code = 'ESS-FLORES'`,
  );
  expect([ended.slice(1), instants]).toEqual([Array(3).fill('ESS-FLORES PUBLISHED'), [{ same: 0 }]]);
});
