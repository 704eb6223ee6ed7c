import { componentsOf } from './components.ts';
import type { Cut } from './cut.ts';
import { searchExactly } from './exact.ts';
import { Master } from './master.ts';
import { relax } from './relaxation.ts';
import type { Requirement } from './requirement.ts';
import type { Solver } from './solver.ts';
import { type Row, rowsOfCells, type System } from './system.ts';

type Slice = { readonly system: System; readonly cells: Int32Array };
type Clock = { readonly now: () => number; readonly until: number };

/**
 * A table cut along each of its axes: a slice forgets the sums across it. What a slice needs, the table needs: its cuts
 * hold for the table, and the optima of the slices of one axis add up to a bound.
 */
export function boundBySlices(
  highs: Solver,
  system: System,
  always: Uint8Array,
  requirements: readonly Requirement[],
  { now, until }: Clock,
): { readonly bound: number; readonly cuts: readonly Cut[] } {
  const axes = [...new Set(system.rows.flatMap(({ dimension }) => dimension ?? []))].sort();
  const cuts: Cut[] = [];
  let best = 0;
  if (axes.length < 2) return { bound: 0, cuts };
  const all = axes.map((axis) => slicesAcross(system, axis));
  let work = all.flat().reduce((sum, slice) => sum + slice.cells.length ** 1.5, 0);
  for (const slices of all) {
    let bound = 0;
    for (const slice of slices) {
      const own = slice.cells.length ** 1.5;
      const deadline = now() + ((until - now()) * own) / work;
      work -= own;
      bound += boundOf(
        slice,
        () => now() > deadline,
        () => Math.max(0, (deadline - now()) / 1000),
      );
    }
    best = Math.max(best, bound);
  }
  return { bound: best, cuts };

  function boundOf(slice: Slice, isLate: () => boolean, secondsLeft: () => number): number {
    const place = new Map(Array.from(slice.cells, (cell, at) => [cell, at]));
    const own = requirements.flatMap((requirement) => {
      const cell = place.get(requirement.cell);
      return cell === undefined ? [] : [{ ...requirement, cell }];
    });
    if (own.length === 0) return 0;
    const fixed = Uint8Array.from(slice.cells, (cell) => always[cell] ?? 0);
    const candidates = candidatesOf(slice.system, fixed);
    const master = new Master(highs, slice.system.weight, candidates);
    const relaxed = relax(highs, slice.system, fixed, master, own, isLate);
    const possible = own.filter((requirement) => !relaxed.impossible.has(requirement));
    const search = {
      highs,
      system: slice.system,
      always: fixed,
      master,
      requirements: possible,
      isLate,
      secondsLeft,
    };
    const exact = isLate() ? null : searchExactly(search, relaxed.bound);
    exact?.certifier.dispose();
    for (const cut of master.allCuts) {
      cuts.push({ ...cut, cells: cut.cells.map((cell) => slice.cells[cell] ?? -1) });
    }
    master.dispose();
    return Math.max(relaxed.bound, exact?.bound ?? 0);
  }
}

/** Cells that may be hidden for others’ sake: no zero. */
export function candidatesOf(system: System, always: Uint8Array): Int32Array {
  return Int32Array.from(
    system.keys.flatMap((_, cell) => (always[cell] === 1 || (system.value[cell] ?? 0) <= 0 ? [] : [cell])),
  );
}

function slicesAcross(system: System, axis: string): Slice[] {
  const kept = system.rows.filter(({ dimension }) => dimension !== axis);
  const loose: System = { ...system, rows: kept, rowsOf: rowsOfCells(system.keys.length, kept) };
  return componentsOf(loose, new Uint8Array(system.keys.length).fill(1)).map((cells) =>
    sliceOf(loose, cells),
  );
}

function sliceOf(system: System, cells: Int32Array): Slice {
  const place = new Map(Array.from(cells, (cell, at) => [cell, at]));
  const rows = [...new Set(Array.from(cells).flatMap((cell) => [...(system.rowsOf[cell] ?? [])]))].flatMap(
    (at): Row[] => {
      const row = system.rows[at];
      if (row === undefined) return [];
      const moved = row.cells.map((cell) => place.get(cell) ?? -1);
      return [{ ...row, total: place.get(row.total) ?? -1, cells: moved }];
    },
  );
  const pick = (values: Float64Array) => Float64Array.from(cells, (cell) => values[cell] ?? 0);
  return {
    cells,
    system: {
      ...system,
      keys: Array.from(cells, (cell) => system.keys[cell] ?? ''),
      value: pick(system.value),
      fall: pick(system.fall),
      weight: pick(system.weight),
      primary: Uint8Array.from(cells, (cell) => system.primary[cell] ?? 0),
      earlier: Uint8Array.from(cells, (cell) => system.earlier[cell] ?? 0),
      holder: Int32Array.from(cells, (cell) => system.holder[cell] ?? -1),
      rows,
      rowsOf: rowsOfCells(cells.length, rows),
    },
  };
}
