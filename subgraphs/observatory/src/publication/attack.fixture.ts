import { type Known, rangesOf } from '@graphess/secrecy/testing';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { type Cell, cellOf, type Figure, idOf, instantsOf } from './read-everything.fixture.ts';
import { DATASETS, FAMILIES } from './scenario.fixture.ts';

/** What a figure is a value of, whatever the source. */
const placeOf = (id: string) => id.slice(id.indexOf('/'));

/** What the figures really were at each instant, which no reader is told. */
async function truth(graph: TestSubgraph): Promise<Figure[]> {
  const rows: { id: string; at: Date; value: number }[] = await graph.db.query(
    `SELECT o.id, instant.at, r.value
       FROM unnest($2::timestamptz[]) AS instant(at)
       JOIN observation o ON o.dataset_code = ANY($1) AND o.indicator_code IN ('ESS_JOBS', 'PRIVATE_JOBS')
       JOIN observation_revision r ON r.observation_id = o.id AND tstzrange(r.valid_from, r.valid_to) @> instant.at
      WHERE r.value IS NOT NULL`,
    [[...DATASETS], await instantsOf(graph)],
  );
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

/** What the platform itself judged to be a secret for itself: sums of few units, one or two jobs. */
async function judgedPrimary({ db }: TestSubgraph): Promise<Set<string>> {
  const rows: { id: string }[] = await db.query(
    `SELECT DISTINCT observation_id AS id FROM observation_revision
      WHERE status IN ('SUPPRESSED_FREQUENCY', 'SUPPRESSED_DOMINANCE')`,
  );
  return new Set(rows.map(({ id }) => placeOf(id)));
}

export type Attack = {
  determined: string[];
  narrow: string[];
  /** Hidden figures that the other source tells within a few per cent. */
  elsewhere: string[];
  hidden: number;
  lies: string[];
};

/**
 * Bounds each hidden figure of jobs by all that was read: sums, rates, shares, growth, ranks, of every instant at once. A
 * figure that stays is one unknown, told as soon as any instant tells it. With `only`, as if nothing else had been hidden.
 */
export async function attack(
  graph: TestSubgraph,
  { read, primary, only }: { read: readonly Figure[]; primary: ReadonlySet<string>; only: boolean },
): Promise<Attack> {
  const real = await truth(graph);
  const keyOf = ({ id, value }: Figure) => `${id}@${value}`;
  const at = new Map(real.map((each) => [`${each.id} ${each.at}`, each]));
  const judged = await judgedPrimary(graph);
  const isPrimary = ({ id }: Figure) => {
    if (judged.has(placeOf(id))) return true;
    const { indicator, territory, breakdown, period } = cellOf(id);
    return indicator === 'ESS_JOBS' && primary.has(`${period} ${territory}${breakdown && `/${breakdown}`}`);
  };
  const lies: string[] = [];
  const shown = new Set<string>();
  for (const each of read) {
    const known = at.get(`${each.id} ${each.at}`);
    if (known === undefined) continue;
    if (known.value === each.value) shown.add(keyOf(known));
    else lies.push(`${each.id} ${each.at}: ${each.value}, not ${known.value}`);
  }
  if (only) for (const each of real) if (!isPrimary(each)) shown.add(keyOf(each));
  const hidden = new Map(real.filter((each) => !shown.has(keyOf(each))).map((each) => [keyOf(each), each]));
  const columns = new Map([...hidden.keys()].map((key, column) => [key, column]));
  const known: Known[] = [];
  const say = (terms: readonly (readonly [Figure, number])[], lower: number, upper: number | null) => {
    const open = terms.flatMap(([figure, factor]) => {
      const column = columns.get(keyOf(figure));
      return column === undefined ? [] : [[column, factor] as const];
    });
    const told = terms.reduce(
      (sum, [each, factor]) => sum + (hidden.has(keyOf(each)) ? 0 : factor * each.value),
      0,
    );
    if (open.length > 0)
      known.push({ terms: open, lower: lower - told, upper: upper === null ? null : upper - told });
  };
  const figure = (cell: Cell, instant: string) => at.get(`${idOf(cell)} ${instant}`);
  await sumsOf(graph, real, figure, say);
  if (!only) await derivedOf(graph, read, figure, say);

  const ranges = await rangesOf(columns.size, known);
  const determined: string[] = [];
  const narrow: string[] = [];
  const placesShown = new Set(real.filter((each) => shown.has(keyOf(each))).map(({ id }) => placeOf(id)));
  const elsewhere = [...hidden].flatMap(([key, { id }]) => (placesShown.has(placeOf(id)) ? [key] : []));
  for (const [key, each] of hidden) {
    const range = ranges[columns.get(key) ?? -1];
    if (range === undefined) continue;
    const { low, high } = range;
    if (high !== null && high - low < 1e-6) determined.push(`${key} ${each.at}`);
    if (!isPrimary(each)) continue;
    const wide = Math.max(1, 0.15 * each.value);
    const tooLow = low > each.value - Math.min(wide, each.value) + 1e-6;
    if (tooLow || (high !== null && high < each.value + wide - 1e-6))
      narrow.push(`${key} in [${low}, ${high}] ${each.at}`);
  }
  return { determined, narrow, elsewhere, hidden: hidden.size, lies };
}

type Find = (cell: Cell, instant: string) => Figure | undefined;
type Say = (terms: readonly (readonly [Figure, number])[], lower: number, upper: number | null) => void;

/** Whole territories of their communes, totals of their families: equal where every part is told, no less otherwise. */
async function sumsOf({ db }: TestSubgraph, real: readonly Figure[], figure: Find, say: Say): Promise<void> {
  const links: { whole: string; parts: string[] }[] = await db.query(
    `SELECT whole, array_agg(part ORDER BY part) AS parts FROM territory_link WHERE part LIKE 'COM:%' GROUP BY whole`,
  );
  for (const total of real) {
    const cell = cellOf(total.id);
    const sums = [
      links.find(({ whole }) => whole === cell.territory)?.parts.map((territory) => ({ ...cell, territory })),
      cell.breakdown === ''
        ? FAMILIES.map((code) => ({ ...cell, breakdown: `ESS_FAMILY=${code}` }))
        : undefined,
    ];
    for (const parts of sums.filter((each) => each !== undefined)) {
      const told = parts.flatMap((part) => figure(part, total.at) ?? []);
      const terms = [[total, 1] as const, ...told.map((part) => [part, -1] as const)];
      if (told.length > 0) say(terms, 0, told.length === parts.length ? 0 : null);
    }
  }
}

/** Rates, shares, growth and ranks that were read, as what they say of the figures that they are made of. */
async function derivedOf(
  { db }: TestSubgraph,
  read: readonly Figure[],
  figure: Find,
  say: Say,
): Promise<void> {
  const rows: { id: string; population: number }[] = await db.query(
    'SELECT id, population FROM territory WHERE population IS NOT NULL',
  );
  const populations = new Map(rows.map(({ id, population }) => [id, population]));
  const ranks = new Map<string, { rank: number; jobs: Figure }[]>();
  for (const { id, at, value } of new Map(read.map((each) => [`${each.id} ${each.at}`, each])).values()) {
    const cell = cellOf(id);
    const jobs = figure({ ...cell, indicator: 'ESS_JOBS' }, at);
    if (jobs === undefined) continue;
    const exactly = (other: Figure | undefined, factor: number) => {
      if (other !== undefined)
        say(
          [
            [jobs, 1],
            [other, -factor],
          ],
          -1e-7 * jobs.value,
          1e-7 * jobs.value,
        );
    };
    if (cell.indicator === 'ESS_JOBS_PER_1000') {
      const count = (value * (populations.get(cell.territory) ?? Number.NaN)) / 1000;
      say([[jobs, 1]], count - 1e-7, count + 1e-7);
    } else if (cell.indicator === 'ESS_JOBS_SHARE') {
      exactly(figure({ ...cell, indicator: 'PRIVATE_JOBS' }, at), value);
    } else if (cell.indicator === 'ESS_JOBS_GROWTH') {
      exactly(figure({ ...cell, indicator: 'ESS_JOBS', period: cell.period - 1 }, at), 1 + value);
    } else if (cell.indicator === 'ESS_JOBS_RANK') {
      const table = `${cell.dataset} ${cell.period} ${at}`;
      ranks.set(table, [...(ranks.get(table) ?? []), { rank: value, jobs }]);
    }
  }
  for (const ranked of ranks.values()) {
    const inOrder = ranked.toSorted((one, other) => one.rank - other.rank);
    inOrder.slice(1).forEach(({ jobs }, place) => {
      const ahead = inOrder[place];
      if (ahead !== undefined)
        say(
          [
            [ahead.jobs, 1],
            [jobs, -1],
          ],
          0,
          null,
        );
    });
  }
}
