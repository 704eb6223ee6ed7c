import type { Requirement } from './requirement.ts';
import type { System } from './system.ts';

/** `Σ coefficients · hidden(cells) ≥ 1`: what every safe pattern satisfies. */
export type Cut = { readonly cells: Int32Array; readonly coefficients: Float64Array };

const NOTHING = 1e-7;

/**
 * What a requirement that failed says of all patterns (Fischetti and Salazar-González, 2000). By the prices of the sums,
 * the move of the cell is `Σ d · y` over the cells: some cell with d > 0 must be free to rise, or cells with d < 0 free to
 * fall, far enough together. Null: nothing sound can be said, or nothing at all (`impossible`).
 */
export function cutOf(
  system: System,
  always: Uint8Array,
  { cell, side, target, without }: Requirement,
  prices: ReadonlyMap<number, number>,
): Cut | 'impossible' | null {
  const pull = new Map<number, number>([[cell, side]]);
  for (const [row, price] of prices) {
    const { cells = [], total } = system.rows[row] ?? {};
    for (const each of cells) pull.set(each, (pull.get(each) ?? 0) - (each === total ? -price : price));
  }
  let rest = target;
  for (const [each, by] of pull) {
    if (always[each] !== 1 || each === cell || each === without) continue;
    if (by > NOTHING) return null;
    rest -= Math.abs(Math.min(0, by)) * (system.fall[each] ?? 0);
  }
  if (rest <= NOTHING * target) return null;
  const cells: number[] = [];
  const coefficients: number[] = [];
  for (const [each, by] of pull) {
    if (always[each] === 1 || each === without || Math.abs(by) <= NOTHING) continue;
    const coefficient = by > 0 ? 1 : Math.min(1, (-by * (system.fall[each] ?? 0)) / rest);
    if (coefficient <= 0) continue;
    cells.push(each);
    coefficients.push(coefficient);
  }
  return cells.length === 0
    ? 'impossible'
    : { cells: Int32Array.from(cells), coefficients: Float64Array.from(coefficients) };
}

/** The same without signs nor sizes: one more of these cells must be hidden, or the cell stays determined. */
export function linkCut(
  system: System,
  hidden: Uint8Array,
  { cell, side, without }: Requirement,
  prices: ReadonlyMap<number, number>,
): Cut | 'impossible' {
  const pull = new Map<number, number>([[cell, side]]);
  for (const [row, price] of prices) {
    const { cells = [], total } = system.rows[row] ?? {};
    for (const each of cells) pull.set(each, (pull.get(each) ?? 0) - (each === total ? -price : price));
  }
  const cells = [...pull].flatMap(([each, by]) =>
    hidden[each] === 1 || each === without || Math.abs(by) <= NOTHING ? [] : [each],
  );
  return cells.length === 0
    ? 'impossible'
    : { cells: Int32Array.from(cells), coefficients: new Float64Array(cells.length).fill(1) };
}
