import type { System } from './system.ts';

/** Hidden cells that move together: `move(cell) = ratio[at] · move(group[at])`; group −1 does not move at all. */
export type Reduction = {
  readonly groups: number;
  readonly group: Int32Array;
  readonly ratio: Float64Array;
  /** What is left of the sums, over the groups. */
  readonly rows: readonly ReadonlyMap<number, number>[];
};

const NOTHING = 1e-9;

/**
 * Most sums of a good pattern have two hidden cells, one of which gives the other. Once all those are one, a small problem
 * is left of a large one.
 */
export function reduce(system: System, cells: Int32Array): Reduction {
  const place = new Map(Array.from(cells, (cell, at) => [cell, at]));
  const leader = Int32Array.from(cells.keys());
  const times = new Float64Array(cells.length).fill(1);
  const still = new Uint8Array(cells.length);
  let open = [...new Set(Array.from(cells).flatMap((cell) => [...(system.rowsOf[cell] ?? [])]))];
  for (let changed = true; changed; ) {
    changed = false;
    open = open.filter((row) => {
      const [first, second, third] = expression(row);
      if (third !== undefined) return true;
      if (first === undefined) return false;
      changed = true;
      if (second === undefined) still[first[0]] = 1;
      else {
        leader[first[0]] = second[0];
        times[first[0]] = -second[1] / first[1];
      }
      return false;
    });
  }
  const names = new Map<number, number>();
  const group = new Int32Array(cells.length);
  const ratio = new Float64Array(cells.length);
  cells.forEach((_, at) => {
    const [root, by] = find(at);
    if (still[root] === 0 && !names.has(root)) names.set(root, names.size);
    group[at] = still[root] === 1 ? -1 : (names.get(root) ?? -1);
    ratio[at] = by;
  });
  const rows = open.map((row) => new Map(expression(row).map(([root, by]) => [names.get(root) ?? -1, by])));
  return { groups: names.size, group, ratio, rows };

  function expression(row: number): [number, number][] {
    const sum = new Map<number, number>();
    const { cells: all = [], total } = system.rows[row] ?? {};
    for (const cell of all) {
      const at = place.get(cell);
      if (at === undefined) continue;
      const [root, by] = find(at);
      if (still[root] === 0) sum.set(root, (sum.get(root) ?? 0) + (cell === total ? -by : by));
    }
    return [...sum].filter(([, by]) => Math.abs(by) > NOTHING);
  }

  function find(at: number): [number, number] {
    const next = leader[at] ?? at;
    if (next === at) return [at, 1];
    const [root, by] = find(next);
    leader[at] = root;
    times[at] = (times[at] ?? 1) * by;
    return [root, times[at] ?? 1];
  }
}
