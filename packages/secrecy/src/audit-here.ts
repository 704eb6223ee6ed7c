import type { Model } from 'highs';
import { componentsOf } from './components.ts';
import { directionOf, nullVectors, PRIMES } from './modular.ts';
import { movesOf, withoutPinned } from './pinned.ts';
import { type Solver, solved, solver } from './solver.ts';
import { checkSums, compile, type System } from './system.ts';
import type { Reader, SecrecyAudit, SecrecyTable } from './table.ts';
import { unknownValues } from './unknown-values.ts';

const INFINITE = 1e30;
const PROTECTED = 0.15;
const NOTHING = 1e-6;

/** Attacks a pattern, in this thread: see `audit`. Shares nothing with the choice of the pattern but the table itself. */
export async function auditHere(
  table: SecrecyTable,
  hiddenKeys: ReadonlySet<string>,
  { reader }: { readonly reader: Reader },
): Promise<SecrecyAudit> {
  checkSums(table);
  const highs = await solver();
  const marked = {
    ...table,
    cells: table.cells.map((cell) => ({ ...cell, mustStayHidden: hiddenKeys.has(cell.key) })),
  };
  const system = compile(marked, unknownValues(highs, table), reader);
  const hidden = Uint8Array.from(system.keys, (key) => (hiddenKeys.has(key) ? 1 : 0));
  const free = withoutPinned(highs, system, hidden);
  const { determined, ties } = byLinearAlgebra(system, hidden, free);
  const narrow: { key: string; low: number | null; high: number | null }[] = [];
  for (const cells of componentsOf(system, hidden)) narrow.push(...narrowIn(highs, system, cells, reader));
  const checkedCells = hidden.reduce((sum, each) => sum + each, 0);
  return { determined, narrow, ties, checkedCells };
}

function byLinearAlgebra(system: System, hidden: Uint8Array, free: Uint8Array) {
  const determined = new Set<string>();
  const ties = new Map<string, readonly [string, string]>();
  const keyOf = (cell: number) => system.keys[cell] ?? '';
  for (const prime of PRIMES) {
    const draws = nullVectors(system.rows, hidden.length, free, prime);
    const together = new Map<string, number[]>();
    hidden.forEach((each, cell) => {
      if (each !== 1) return;
      const direction = free[cell] === 1 ? directionOf(draws, cell, prime) : null;
      if (direction === null) determined.add(keyOf(cell));
      else together.set(direction, [...(together.get(direction) ?? []), cell]);
    });
    for (const group of together.values()) {
      for (const known of group.filter((cell) => (system.holder[cell] ?? -1) >= 0)) {
        for (const cell of group) {
          if (cell === known || system.primary[cell] !== 1 || system.holder[cell] === system.holder[known])
            continue;
          ties.set(`${known} ${cell}`, [keyOf(known), keyOf(cell)]);
        }
      }
    }
  }
  return { determined: [...determined], ties: [...ties.values()] };
}

function narrowIn(highs: Solver, system: System, cells: Int32Array, reader: Reader) {
  const primaries = [...cells.keys()].filter((at) => system.primary[cells[at] ?? -1] === 1);
  if (primaries.length === 0) return [];
  const model = movesOf(highs, system, cells);
  const narrow = primaries.flatMap((at) => {
    const cell = cells[at] ?? -1;
    const value = system.value[cell] ?? 0;
    const wide = Math.max(system.one, PROTECTED * value);
    const low = Math.min(wide, system.value[cell] ?? 0);
    const up = reach(highs, system, model, at, cell, 1, 2 * wide);
    const down = reach(highs, system, model, at, cell, -1, 2 * wide);
    const below = down >= low - NOTHING ? low : Math.min(low, leastFall(highs, system, cell, low, reader));
    if (up >= wide - NOTHING && down >= below - NOTHING) return [];
    const scale = 1 / system.unit;
    const furthest = reach(highs, system, model, at, cell, 1, INFINITE);
    return [
      {
        key: system.keys[cell] ?? '',
        low: (value - down) * scale,
        high: furthest >= INFINITE ? null : (value + furthest) * scale,
      },
    ];
  });
  model.dispose();
  return narrow;
}

/** How far a cell can move, up to `enough`; in whole units where values are whole. */
function reach(
  highs: Solver,
  system: System,
  model: Model,
  at: number,
  cell: number,
  side: 1 | -1,
  enough: number,
): number {
  const fall = system.fall[cell] ?? 0;
  model.changeColCost(at, side);
  model.changeColBounds(at, side > 0 ? -fall : -Math.min(fall, enough), side > 0 ? enough : INFINITE);
  const status = model.run().modelStatus;
  const { optimal, unbounded, unboundedOrInfeasible } = highs.constants.modelStatus;
  const found = status === optimal || solved(highs, model);
  const reached = found ? side * (model.getSolution().colValue[at] ?? 0) : 0;
  model.changeColCost(at, 0);
  model.changeColBounds(at, -fall, INFINITE);
  if (status === unbounded || status === unboundedOrInfeasible) return INFINITE;
  return system.whole ? Math.floor(reached + NOTHING) : reached;
}

/** The stronger reader may know that a sum of hidden cells is no lower, whatever else is hidden: nobody can ask for more. */
function leastFall(highs: Solver, system: System, cell: number, low: number, reader: Reader): number {
  if (reader === 'NON_NEGATIVE') return low;
  const all = Int32Array.from(system.keys.keys()).filter((each) => (system.value[each] ?? 0) > 0);
  const model = movesOf(highs, system, all);
  try {
    return reach(highs, system, model, all.indexOf(cell), cell, -1, low);
  } finally {
    model.dispose();
  }
}
