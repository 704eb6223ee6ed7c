import { type Certificate, holds, leavesUnder, type Requirement } from './requirement.ts';
import type { System } from './system.ts';

/**
 * A protection found without a solver nor a clock: the cells at the bottom of the sums move, and with each of them every
 * total that contains it. Hides much; always holds where sums are those of a hierarchy. Null elsewhere.
 */
export function chainFor(system: System, requirement: Requirement): Certificate | null {
  const { cell, side, target, without } = requirement;
  const moves = new Map<number, number>();
  let left = target;
  const leaves = leavesUnder(system, cell)
    .filter((leaf) => side > 0 || (system.fall[leaf] ?? 0) > 0)
    .sort((one, other) => (system.value[other] ?? 0) - (system.value[one] ?? 0) || one - other);
  for (const leaf of leaves) {
    const chain = [leaf, ...totalsAbove(system, leaf)];
    if (without >= 0 && chain.includes(without)) continue;
    const by = side > 0 ? left : Math.min(left, system.fall[leaf] ?? 0);
    for (const each of chain) moves.set(each, (moves.get(each) ?? 0) + side * by);
    left -= by;
    if (left <= 0) break;
  }
  const certificate = { cells: Int32Array.from(moves.keys()), by: Float64Array.from(moves.values()) };
  const pattern = new Uint8Array(system.keys.length);
  for (const each of certificate.cells) pattern[each] = 1;
  return holds(system, pattern, requirement, certificate) ? certificate : null;
}

function totalsAbove(system: System, leaf: number): number[] {
  const above = new Set<number>();
  const open = [leaf];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const row of system.rowsOf[at] ?? []) {
      const total = system.rows[row]?.total ?? -1;
      if (total < 0 || total === at || above.has(total)) continue;
      above.add(total);
      open.push(total);
    }
  }
  return [...above];
}
