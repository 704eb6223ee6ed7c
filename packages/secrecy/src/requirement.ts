import type { System } from './system.ts';
import type { Reader } from './table.ts';

/** The reader must believe it possible that the cell lies at least `target` above (side 1) or below (side −1). */
export type Requirement = {
  readonly cell: number;
  readonly side: 1 | -1;
  readonly target: number;
  /** The cell that the reader knows besides, being its only contributor; −1 for the reader at large. */
  readonly without: number;
};

/** Values that published sums allow: deviations from the true ones. Checked without the solver that found it. */
export type Certificate = { readonly cells: Int32Array; readonly by: Float64Array };

const PROTECTED_PERCENT = 15;

/** ±15 %, at least one, rounded up where the reader knows that values are whole; never below what can be. */
export function requirementsOf(system: System, reader: Reader): Requirement[] {
  return system.keys.flatMap((_, cell) => {
    if (system.primary[cell] !== 1) return [];
    const value = system.value[cell] ?? 0;
    const share = (PROTECTED_PERCENT * value) / 100;
    const up = Math.max(system.one, system.whole ? Math.ceil(share) : share);
    const down = Math.min(up, lowestFall(system, cell, reader));
    const above: Requirement = { cell, side: 1, target: up, without: -1 };
    return down > 0 ? [above, { ...above, side: -1, target: down }] : [above];
  });
}

function lowestFall(system: System, cell: number, reader: Reader): number {
  if (reader === 'NON_NEGATIVE') return system.fall[cell] ?? 0;
  return leavesUnder(system, cell).reduce((sum, leaf) => sum + (system.fall[leaf] ?? 0), 0);
}

/** The cells that sum to this one and are no sum themselves; each once. */
export function leavesUnder(system: System, cell: number): number[] {
  const leaves: number[] = [];
  const open = [cell];
  const seen = new Set(open);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const sum = sumsInto(system, at)[0];
    if (sum === undefined) leaves.push(at);
    else {
      for (const part of sum) {
        if (part === at || seen.has(part)) continue;
        seen.add(part);
        open.push(part);
      }
    }
  }
  return leaves.sort((left, right) => left - right);
}

function sumsInto(system: System, cell: number): Int32Array[] {
  return [...(system.rowsOf[cell] ?? [])].flatMap((row) => {
    const found = system.rows[row];
    return found !== undefined && found.total === cell && found.cells.length > 1 ? [found.cells] : [];
  });
}

/** Whether a certificate is what it says, on a pattern: sums hold, published cells stay, nothing falls too far. */
export function holds(
  system: System,
  hidden: Uint8Array,
  { cell, side, target, without }: Requirement,
  { cells, by }: Certificate,
): boolean {
  const largest = by.reduce((most, each) => Math.max(most, Math.abs(each)), 1);
  const tolerance = isWhole(by) && system.whole ? 1e-9 : 1e-6 * largest;
  const sums = new Map<number, number>();
  for (let at = 0; at < cells.length; at += 1) {
    const own = cells[at] ?? -1;
    const move = by[at] ?? 0;
    if (hidden[own] !== 1 || own === without || move < -(system.fall[own] ?? 0) - tolerance) return false;
    for (const row of system.rowsOf[own] ?? []) {
      sums.set(row, (sums.get(row) ?? 0) + (system.rows[row]?.total === own ? -move : move));
    }
  }
  const reached = side * (by[cells.indexOf(cell)] ?? 0);
  return reached >= target - tolerance && [...sums.values()].every((sum) => Math.abs(sum) <= tolerance);
}

export const isWhole = (by: Float64Array | undefined) => by?.every((each) => Number.isInteger(each)) ?? false;
