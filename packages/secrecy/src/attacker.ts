import type { Model } from 'highs';
import type { Requirement } from './requirement.ts';
import { openModel, type Solver, solved } from './solver.ts';
import type { System } from './system.ts';

/** How far a cell may move, and the prices of the sums that hold it back. */
export type Attempt = { readonly reached: number; readonly prices: ReadonlyMap<number, number> };

const INFINITE = 1e30;
const NOTHING = 1e-9;

/** The reader at work on some hidden cells: one model kept and warm, asked about one cell after the other. */
export class Attacker {
  readonly cells: Int32Array;
  private readonly system: System;
  private readonly highs: Solver;
  private readonly model: Model;
  private readonly rows: Int32Array;
  private readonly place: ReadonlyMap<number, number>;
  private readonly lower: Float64Array;
  private readonly upper: Float64Array;

  constructor(highs: Solver, system: System, cells: Int32Array) {
    this.highs = highs;
    this.system = system;
    this.cells = cells;
    this.place = new Map(Array.from(cells, (cell, at) => [cell, at]));
    this.rows = Int32Array.from(
      new Set(Array.from(cells).flatMap((cell) => [...(system.rowsOf[cell] ?? [])])),
    );
    this.lower = Float64Array.from(cells, (cell) => -(system.fall[cell] ?? 0));
    this.upper = new Float64Array(cells.length).fill(INFINITE);
    this.model = openModel(highs, {
      columns: cells.length,
      rows: Array.from(this.rows, (row) => this.rowOver(row)),
      lower: this.lower,
      upper: this.upper,
      cost: new Float64Array(cells.length),
      maximise: true,
    });
  }

  /** Lets cells move no further than that: as far as a relaxed pattern hides them. */
  restrain(cells: readonly number[], lower: Float64Array, upper: Float64Array): void {
    const indices = Int32Array.from(cells, (cell) => this.at(cell));
    indices.forEach((at, order) => {
      this.lower[at] = lower[order] ?? 0;
      this.upper[at] = upper[order] ?? 0;
    });
    if (indices.length > 0) this.model.changeColsBounds({ kind: 'set', indices }, lower, upper);
  }

  /** Every hidden cell free to move by one both ways: what is left is linear algebra. */
  forgetSigns(): void {
    const size = this.cells.length;
    this.restrain([...this.cells], new Float64Array(size).fill(-1), new Float64Array(size).fill(1));
  }

  /** Null when the cell can move as far as it must. */
  try({ cell, side, target, without }: Requirement): Attempt | null {
    const at = this.at(cell);
    const known = this.place.get(without) ?? -1;
    if (known >= 0) this.model.changeColBounds(known, 0, 0);
    const [low, high] = [this.lower[at] ?? 0, this.upper[at] ?? 0];
    this.model.changeColCost(at, side);
    this.model.changeColBounds(at, side < 0 ? Math.max(low, -target) : low, side > 0 ? target : high);
    const found = solved(this.highs, this.model) ? this.model.getSolution() : null;
    this.model.changeColCost(at, 0);
    this.model.changeColBounds(at, low, high);
    if (known >= 0) this.model.changeColBounds(known, this.lower[known] ?? 0, this.upper[known] ?? 0);
    const reached = side * (found?.colValue[at] ?? 0);
    if (reached >= target - 1e-7 * Math.max(1, target)) return null;
    const prices = new Map<number, number>();
    this.rows.forEach((row, order) => {
      const price = found?.rowDual[order] ?? 0;
      if (Math.abs(price) > NOTHING) prices.set(row, price);
    });
    return { reached, prices };
  }

  dispose(): void {
    this.model.dispose();
  }

  private at(cell: number): number {
    const found = this.place.get(cell);
    if (found === undefined) throw new RangeError(`The attacker does not see ${this.system.keys[cell]}`);
    return found;
  }

  private rowOver(row: number) {
    const cells: number[] = [];
    const values: number[] = [];
    const { cells: all = [], total } = this.system.rows[row] ?? {};
    for (const cell of all) {
      const at = this.place.get(cell);
      if (at === undefined) continue;
      cells.push(at);
      values.push(cell === total ? -1 : 1);
    }
    return { cells, values, lower: 0, upper: 0 };
  }
}
