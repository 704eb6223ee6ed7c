import type { System } from './system.ts';

/**
 * The cells nearest to one, nearest first: a step to another cell of a sum costs a little, and the price of that cell.
 * Long ways along cheap cells are found so, where rings of neighbours would be all totals.
 */
export function neighbourhood(
  system: System,
  cell: number,
  size: number,
  price: (each: number) => number,
  step: number,
): number[] {
  const distance = new Map([[cell, 0]]);
  const taken = new Set<number>();
  // The nearest cell of a sum is the first to reach the others: no later one comes nearer.
  const crossed = new Set<number>();
  const heap = new Heap();
  heap.push(0, cell);
  for (let next = heap.pop(); next !== undefined && taken.size < size; next = heap.pop()) {
    const [at, own] = next;
    if (taken.has(own)) continue;
    taken.add(own);
    for (const row of system.rowsOf[own] ?? []) {
      if (crossed.has(row)) continue;
      crossed.add(row);
      for (const other of system.rows[row]?.cells ?? []) {
        const cost = price(other);
        const total = at + step + cost;
        if (taken.has(other) || cost === Number.POSITIVE_INFINITY) continue;
        if (total >= (distance.get(other) ?? Number.POSITIVE_INFINITY)) continue;
        distance.set(other, total);
        heap.push(total, other);
      }
    }
  }
  return [...taken];
}

/** The least first; equal ones by number, so that the same table always has the same neighbourhoods. */
class Heap {
  private readonly entries: (readonly [number, number])[] = [];

  push(at: number, cell: number): void {
    const { entries } = this;
    let place = entries.push([at, cell]) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (!this.isBefore(place, above)) return;
      this.swap(place, above);
      place = above;
    }
  }

  pop(): readonly [number, number] | undefined {
    const { entries } = this;
    const [first] = entries;
    const last = entries.pop();
    if (last === undefined || entries.length === 0) return first;
    entries[0] = last;
    let place = 0;
    for (;;) {
      const left = 2 * place + 1;
      const least = left + 1 < entries.length && this.isBefore(left + 1, left) ? left + 1 : left;
      if (least >= entries.length || !this.isBefore(least, place)) return first;
      this.swap(place, least);
      place = least;
    }
  }

  private isBefore(one: number, other: number): boolean {
    const [at = 0, cell = 0] = this.entries[one] ?? [];
    const [than = 0, that = 0] = this.entries[other] ?? [];
    return at < than || (at === than && cell < that);
  }

  private swap(one: number, other: number): void {
    const [first, second] = [this.entries[one], this.entries[other]];
    if (first === undefined || second === undefined) return;
    this.entries[one] = second;
    this.entries[other] = first;
  }
}
