import { neighbourhood } from './neighbourhood.ts';
import type { Certificate, Requirement } from './requirement.ts';
import { openModel, type Solver, solved } from './solver.ts';
import type { System } from './system.ts';

/** A small neighbourhood first: most ways are short. */
const NEIGHBOURHOODS = [500, 5000];
/** Above so many cells, what the small one finds is good enough unless it is that many times a cheap cell. */
const LARGE = 12_000;
const DEAR = 50;
const NEIGHBOURHOODS_FOR_WHOLE = [500, 1500, 5000];
/** Counted in nodes, so that the same table always gets the same answer; the seconds are a net. */
const WHOLE_NODES = 300;
const WHOLE_SECONDS = 10;
/** How many times its target any cell need move, in a search by whole numbers. */
const WHOLE_REACH = 6;
const HIDDEN_COST = 1e-3;
const INFINITE = 1e30;

type Ground = { readonly highs: Solver; readonly system: System; readonly hidden: Uint8Array };
/** `bothSides`: the opposite moves are to be a certificate too. `whole`: moves by whole numbers only. */
type Manner = {
  readonly bothSides: boolean;
  readonly whole: boolean;
  /** Other than 0: prices a little different, for another way of about the same cost. */
  readonly variation?: number;
};

/**
 * The cheapest way to let a cell move as far as it must (Kelly, Golden and Assad, 1992): moves along hidden cells are free,
 * others pay their weight, and those that move are to be hidden. Looks at the nearest and cheapest cells. Null when no
 * such way was found.
 */
export function detourFor(ground: Ground, requirement: Requirement, manner: Manner): Certificate | null {
  const { system, hidden } = ground;
  const step = Math.max(system.unit, system.cheap);
  const price = (cell: number) => {
    if (hidden[cell] === 1) return 0;
    return (system.value[cell] ?? 0) > 0 ? (system.weight[cell] ?? 0) : Number.POSITIVE_INFINITY;
  };
  let best: Certificate | null = null;
  for (const size of manner.whole ? NEIGHBOURHOODS_FOR_WHOLE : NEIGHBOURHOODS) {
    const cells = neighbourhood(system, requirement.cell, size, price, step);
    const found = within(ground, requirement, manner, cells);
    if (found !== null && (best === null || costOf(ground, found) < costOf(ground, best))) best = found;
    if (cells.length < size || isGoodEnough(best) || (best !== null && costOf(ground, best) === 0)) break;
  }
  return best;

  function isGoodEnough(found: Certificate | null): boolean {
    return found !== null && system.keys.length > LARGE && costOf(ground, found) < DEAR * step;
  }
}

/** What is lost by hiding all that moves. */
export function costOf({ system, hidden }: Ground, { cells }: Certificate): number {
  return cells.reduce((sum, cell) => sum + (hidden[cell] === 1 ? 0 : (system.weight[cell] ?? 0)), 0);
}

function within(
  { highs, system, hidden }: Ground,
  { cell, side, target, without }: Requirement,
  { bothSides, whole, variation = 0 }: Manner,
  cells: readonly number[],
): Certificate | null {
  const near = cells.filter((each) => each !== without);
  const place = new Map(near.map((each, at) => [each, at]));
  const rows = new Set(near.flatMap((each) => [...(system.rowsOf[each] ?? [])]));
  const columns = near.length;
  const lower = new Float64Array(2 * columns);
  const reach = whole ? WHOLE_REACH * target : INFINITE;
  const fall = near.map((each) => Math.min(reach, system.fall[each] ?? 0));
  const upper = Float64Array.from([...(bothSides ? fall : near.map(() => reach)), ...fall]);
  const price = near.map((each) => {
    const own = (hidden[each] === 1 ? 0 : (system.weight[each] ?? 0)) + HIDDEN_COST;
    return variation === 0
      ? own
      : own * (1 + (Math.imul(each + 1, 2_654_435_761 + variation) >>> 0) / 2 ** 30);
  });
  const own = (place.get(cell) ?? 0) + (side > 0 ? 0 : columns);
  const other = (place.get(cell) ?? 0) + (side > 0 ? columns : 0);
  if ((upper[own] ?? 0) < target) return null;
  lower[own] = target;
  upper[own] = target;
  upper[other] = 0;
  const model = openModel(highs, {
    columns: 2 * columns,
    rows: Array.from(rows, (row) => {
      const at: number[] = [];
      const values: number[] = [];
      const { cells: all = [], total } = system.rows[row] ?? {};
      for (const each of all) {
        const column = place.get(each);
        if (column === undefined) continue;
        const sign = each === total ? -1 : 1;
        at.push(column, column + columns);
        values.push(sign, -sign);
      }
      return { cells: at, values, lower: 0, upper: 0 };
    }),
    lower,
    upper,
    cost: Float64Array.from([...price, ...price]),
    maximise: false,
    whole,
  });
  model.options.set(
    whole
      ? { time_limit: WHOLE_SECONDS, mip_max_nodes: WHOLE_NODES, mip_rel_gap: 0.05 }
      : { simplex_strategy: 1 },
  );
  try {
    if (whole) model.run();
    else if (!solved(highs, model)) return null;
    if (model.info.get('primal_solution_status') !== highs.constants.solutionStatus.feasible) return null;
    const { colValue } = model.getSolution();
    const moves = near.flatMap((each, at) => {
      const by = (colValue[at] ?? 0) - (colValue[at + columns] ?? 0);
      const rounded = Math.round(by);
      if (Math.abs(by) < 1e-7) return [];
      return [[each, system.whole && Math.abs(by - rounded) < 1e-6 ? rounded : by] as const];
    });
    return {
      cells: Int32Array.from(moves, ([each]) => each),
      by: Float64Array.from(moves, ([, by]) => by),
    };
  } finally {
    model.dispose();
  }
}
