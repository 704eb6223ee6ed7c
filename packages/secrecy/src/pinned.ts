import type { Model } from 'highs';
import { componentsOf } from './components.ts';
import { openModel, type Solver, solved } from './solver.ts';
import type { System } from './system.ts';

const INFINITE = 1e30;
const NOTHING = 1e-6;

/**
 * Hidden cells at the lowest value that the reader believes in may be held there by signs alone. Looks for a solution that
 * lifts them, then for one that lifts the others, until no solution does: those are as good as published.
 */
export function withoutPinned(highs: Solver, system: System, hidden: Uint8Array): Uint8Array {
  const free = hidden.slice();
  for (const cells of componentsOf(system, hidden)) {
    let low = Array.from(cells.keys()).filter((at) => system.fall[cells[at] ?? -1] === 0);
    if (low.length === 0) continue;
    const model = movesOf(highs, system, cells, low);
    while (low.length > 0 && solved(highs, model)) {
      const { colValue } = model.getSolution();
      const lifted = low.filter((_, order) => (colValue[cells.length + order] ?? 0) > NOTHING);
      if (lifted.length === 0) break;
      low.forEach((at, order) => {
        if (lifted.includes(at)) model.changeColCost(cells.length + order, 0);
      });
      low = low.map((at) => (lifted.includes(at) ? -1 : at));
      if (low.every((at) => at < 0)) break;
    }
    for (const at of low) if (at >= 0) free[cells[at] ?? -1] = 0;
    model.dispose();
  }
  return free;
}

/** Moves of hidden cells under all sums; each of `low` has besides a first unit that is worth having. */
export function movesOf(
  highs: Solver,
  system: System,
  cells: Int32Array,
  low: readonly number[] = [],
): Model {
  const place = new Map(Array.from(cells, (cell, at) => [cell, at]));
  const extra = new Map(low.map((at, order) => [at, cells.length + order]));
  const rows = new Set(Array.from(cells).flatMap((cell) => [...(system.rowsOf[cell] ?? [])]));
  const columns = cells.length + low.length;
  return openModel(highs, {
    columns,
    rows: Array.from(rows, (row) => {
      const at: number[] = [];
      const values: number[] = [];
      const { cells: all = [], total } = system.rows[row] ?? {};
      for (const cell of all) {
        const own = place.get(cell);
        if (own === undefined) continue;
        const sign = cell === total ? -1 : 1;
        at.push(own);
        values.push(sign);
        const first = extra.get(own);
        if (first === undefined) continue;
        at.push(first);
        values.push(sign);
      }
      return { cells: at, values, lower: 0, upper: 0 };
    }),
    lower: Float64Array.from({ length: columns }, (_, at) =>
      at < cells.length ? -(system.fall[cells[at] ?? -1] ?? 0) : 0,
    ),
    upper: Float64Array.from({ length: columns }, (_, at) => (at < cells.length ? INFINITE : 1)),
    cost: Float64Array.from({ length: columns }, (_, at) => (at < cells.length ? 0 : 1)),
    maximise: true,
  });
}
