import type { Row } from './system.ts';
import type { SecrecyCell } from './table.ts';

/**
 * Numbers the contributors of cells with only one. A commune inside a grouping with one contributor each has the same
 * one: whoever knows the first rightly knows the second, and nothing is betrayed. −1 for all other cells.
 */
export function sameHolder(cells: readonly SecrecyCell[], rows: readonly Row[]): Int32Array {
  const parent = cells.map((_, at) => at);
  const find = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[at] = root;
    return root;
  };
  const alone = (at: number) => cells[at]?.units === 1;
  const named = new Map<string, number>();
  cells.forEach(({ holder }, at) => {
    if (!alone(at) || holder === undefined || holder === null) return;
    const first = named.get(holder);
    if (first === undefined) named.set(holder, at);
    else parent[find(at)] = find(first);
  });
  for (const { total, cells: inside } of rows) {
    if (total < 0 || !alone(total)) continue;
    for (const part of inside) if (part !== total && alone(part)) parent[find(part)] = find(total);
  }
  return Int32Array.from(cells, (_, at) => (alone(at) ? find(at) : -1));
}
