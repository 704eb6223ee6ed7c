import type { Row } from './system.ts';

/** Below 2^26: the product of two residues is exact in a double. */
export const PRIMES = [67_108_859, 67_108_837] as const;
const DRAWS = 4;

/**
 * What linear algebra alone tells of the cells that may move: `draws[k][cell]` are the coordinates of four random vectors
 * of the null space, modulo a prime. All zero: the cell is determined. Proportional: one cell gives the other.
 * Cells that `free` leaves out do not move. Wrong with a probability of about prime⁻⁴.
 */
export function nullVectors(
  rows: readonly Row[],
  cells: number,
  free: Uint8Array,
  prime: number,
): Float64Array[] {
  const pivots = eliminate(rows, free, prime);
  const isPivot = new Uint8Array(cells);
  for (const { column } of pivots) isPivot[column] = 1;
  const random = drawing(prime);
  return Array.from({ length: DRAWS }, () => {
    const vector = new Float64Array(cells);
    for (let cell = 0; cell < cells; cell += 1) {
      if (free[cell] === 1 && isPivot[cell] === 0) vector[cell] = random();
    }
    for (let at = pivots.length - 1; at >= 0; at -= 1) {
      const { column, row } = pivots[at] as Pivot;
      let sum = 0;
      for (const [cell, coefficient] of row) {
        if (cell !== column) sum = (sum + coefficient * (vector[cell] ?? 0)) % prime;
      }
      vector[column] = (prime - sum) % prime;
    }
    return vector;
  });
}

type Pivot = { readonly column: number; readonly row: ReadonlyMap<number, number> };

/** Rows in echelon, pivots made 1, the shortest row first and in it the rarest column: little fills in. */
function eliminate(rows: readonly Row[], free: Uint8Array, prime: number): Pivot[] {
  const live = rows
    .map(({ cells, signs }) => {
      const row = new Map<number, number>();
      cells.forEach((cell, at) => {
        if (free[cell] === 1) row.set(cell, ((signs[at] ?? 0) + prime) % prime);
      });
      return row;
    })
    .filter((row) => row.size > 0);
  const users = new Map<number, Set<number>>();
  live.forEach((row, at) => {
    for (const cell of row.keys()) usersOf(cell).add(at);
  });
  const queue = shortestFirst(live);
  const pivots: Pivot[] = [];
  for (let at = queue.next(); at !== undefined; at = queue.next()) {
    const row = live[at] as Map<number, number>;
    for (const cell of row.keys()) usersOf(cell).delete(at);
    if (row.size === 0) continue;
    let column = -1;
    for (const cell of row.keys()) {
      if (column < 0 || usersOf(cell).size < usersOf(column).size) column = cell;
    }
    const inverse = inverseOf(row.get(column) ?? 1, prime);
    for (const [cell, coefficient] of row) row.set(cell, (coefficient * inverse) % prime);
    for (const other of [...usersOf(column)]) {
      const target = live[other] as Map<number, number>;
      const factor = target.get(column) ?? 0;
      for (const [cell, coefficient] of row) {
        const was = target.get(cell) ?? 0;
        const is = (was + prime - ((factor * coefficient) % prime)) % prime;
        if (is === 0) {
          target.delete(cell);
          usersOf(cell).delete(other);
        } else {
          target.set(cell, is);
          if (was === 0) usersOf(cell).add(other);
        }
      }
      queue.again(other);
    }
    pivots.push({ column, row });
  }
  return pivots;

  function usersOf(cell: number): Set<number> {
    let found = users.get(cell);
    if (found === undefined) {
      found = new Set();
      users.set(cell, found);
    }
    return found;
  }
}

/** Rows by length, in buckets: a row whose length changed is put again, and its older entries are passed over. */
function shortestFirst(rows: readonly ReadonlyMap<number, number>[]) {
  const buckets: number[][] = [];
  const done = new Uint8Array(rows.length);
  const again = (at: number) => {
    const size = rows[at]?.size ?? 0;
    buckets[size] ??= [];
    buckets[size].push(at);
  };
  for (let at = rows.length - 1; at >= 0; at -= 1) again(at);
  return {
    again,
    next(): number | undefined {
      for (let size = 0; size < buckets.length; size += 1) {
        const bucket = buckets[size];
        while (bucket !== undefined && bucket.length > 0) {
          const at = bucket.pop() as number;
          if (done[at] === 1 || rows[at]?.size !== size) continue;
          done[at] = 1;
          return at;
        }
      }
      return undefined;
    },
  };
}

export function inverseOf(value: number, prime: number): number {
  let [low, high] = [value, prime];
  let [first, second] = [1, 0];
  while (low > 1) {
    const quotient = Math.floor(high / low);
    [low, high] = [high - quotient * low, low];
    [first, second] = [second - quotient * first, first];
  }
  return ((first % prime) + prime) % prime;
}

/** The same draws for the same prime, always: an audit that is run again says the same. */
function drawing(prime: number): () => number {
  let state = prime >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return 1 + (((mixed ^ (mixed >>> 14)) >>> 0) % (prime - 1));
  };
}

/** A name shared by the cells that give one another; null when the cell is determined. */
export function directionOf(draws: readonly Float64Array[], cell: number, prime: number): string | null {
  const all = draws.map((draw) => draw[cell] ?? 0);
  const first = all.find((each) => each !== 0);
  if (first === undefined) return null;
  const inverse = inverseOf(first, prime);
  return all.map((each) => (each * inverse) % prime).join(' ');
}
