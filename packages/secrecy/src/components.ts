import type { System } from './system.ts';

/** Hidden cells fall into groups that no sum links: each is a problem of its own, and a large table stays solvable. */
export function componentsOf(system: System, hidden: Uint8Array): Int32Array[] {
  const seen = new Uint8Array(hidden.length);
  const crossed = new Uint8Array(system.rows.length);
  const groups: Int32Array[] = [];
  for (let start = 0; start < hidden.length; start += 1) {
    if (hidden[start] !== 1 || seen[start] === 1) continue;
    const group: number[] = [start];
    seen[start] = 1;
    for (let at = 0; at < group.length; at += 1) {
      for (const row of system.rowsOf[group[at] ?? -1] ?? []) {
        if (crossed[row] === 1) continue;
        crossed[row] = 1;
        for (const cell of system.rows[row]?.cells ?? []) {
          if (hidden[cell] !== 1 || seen[cell] === 1) continue;
          seen[cell] = 1;
          group.push(cell);
        }
      }
    }
    groups.push(Int32Array.from(group).sort());
  }
  return groups;
}
