import { type Fraction, fraction } from './fraction.rules.ts';

/**
 * Solves a square system of integers that has one solution, exactly. Elimination after Bareiss: every division has no
 * remainder, so that the numbers stay as small as determinants are.
 */
export function solveExactly(matrix: readonly (readonly bigint[])[], right: readonly bigint[]): Fraction[] {
  const size = right.length;
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0n]);
  const at = (row: number, column: number) => rows[row]?.[column] ?? 0n;
  let former = 1n;
  for (let pivot = 0; pivot < size; pivot += 1) {
    const swap = rows.findIndex((_, row) => row >= pivot && at(row, pivot) !== 0n);
    if (swap < 0) throw new RangeError('A system without one solution');
    [rows[pivot], rows[swap]] = [rows[swap] ?? [], rows[pivot] ?? []];
    const head = at(pivot, pivot);
    for (let row = 0; row < size; row += 1) {
      if (row === pivot) continue;
      const factor = at(row, pivot);
      rows[row] = (rows[row] ?? []).map(
        (value, column) => (head * value - factor * at(pivot, column)) / former,
      );
    }
    former = head;
  }
  return rows.map((row, index) => fraction(row[size] ?? 0n, row[index] ?? 1n));
}
