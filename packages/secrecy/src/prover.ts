import type { Model } from 'highs';
import { type Reduction, reduce } from './reduction.ts';
import type { Certificate, Requirement } from './requirement.ts';
import { openModel, type Solver, solved } from './solver.ts';
import type { System } from './system.ts';

const INFINITE = 1e30;

/**
 * Looks for the shortest proofs on some hidden cells, one requirement after the other; short ones are mostly whole, and few
 * cells answer for them. Cells may be published and hidden again.
 */
export class Prover {
  readonly cells: Int32Array;
  private readonly system: System;
  private readonly highs: Solver;
  private readonly model: Model;
  private readonly place: ReadonlyMap<number, number>;
  private readonly reduction: Reduction;
  private readonly fall: Float64Array;
  private readonly rise: Float64Array;
  private readonly members: readonly number[][];

  constructor(highs: Solver, system: System, cells: Int32Array) {
    this.highs = highs;
    this.system = system;
    this.cells = cells;
    this.place = new Map(Array.from(cells, (cell, at) => [cell, at]));
    this.reduction = reduce(system, cells);
    const { groups, group, ratio, rows } = this.reduction;
    this.members = Array.from({ length: groups }, () => []);
    this.fall = new Float64Array(groups).fill(INFINITE);
    this.rise = new Float64Array(groups).fill(INFINITE);
    cells.forEach((cell, at) => {
      const own = group[at] ?? -1;
      if (own < 0) return;
      this.members[own]?.push(at);
      const by = ratio[at] ?? 1;
      const most = (system.fall[cell] ?? 0) / Math.abs(by);
      const bounds = by > 0 ? this.fall : this.rise;
      bounds[own] = Math.min(bounds[own] ?? 0, most);
    });
    const cost = this.members.map((own) => own.reduce((sum, at) => sum + Math.abs(ratio[at] ?? 1), 0));
    this.model = openModel(highs, {
      columns: 2 * groups,
      rows: rows.map((row) => ({
        cells: [...row.keys()].flatMap((at) => [at, at + groups]),
        values: [...row.values()].flatMap((by) => [by, -by]),
        lower: 0,
        upper: 0,
      })),
      lower: new Float64Array(2 * groups),
      upper: Float64Array.from([...this.rise, ...this.fall]),
      cost: Float64Array.from([...cost, ...cost]),
      maximise: false,
    });
    this.model.options.set({ simplex_strategy: 1 });
  }

  publish(cell: number): void {
    const group = this.groupOf(cell);
    if (group >= 0) this.move(group, 0, 0);
  }

  hide(cell: number): void {
    const group = this.groupOf(cell);
    if (group >= 0) this.move(group, this.rise[group] ?? 0, this.fall[group] ?? 0);
  }

  prove({ cell, side, target }: Requirement, published: (cell: number) => boolean): Certificate | null {
    const group = this.groupOf(cell);
    if (group < 0 || this.isStill(group, published)) return null;
    const by = this.reduction.ratio[this.place.get(cell) ?? -1] ?? 1;
    const rises = side * by > 0;
    const column = rises ? group : group + this.reduction.groups;
    const far = target / Math.abs(by);
    const [rise, fall] = [this.rise[group] ?? 0, this.fall[group] ?? 0];
    if ((rises ? rise : fall) < far * (1 - 1e-9)) return null;
    this.model.changeColBounds(column, far, far);
    this.model.changeColBounds(rises ? group + this.reduction.groups : group, 0, 0);
    const values = this.found() ? this.model.getSolution().colValue : null;
    this.move(group, rise, fall);
    return values === null ? null : this.certificateFrom(values, cell);
  }

  dispose(): void {
    this.model.dispose();
  }

  /** The dual simplex goes on from the last proof: only what must move has changed. */
  private found(): boolean {
    const { optimal, infeasible } = this.highs.constants.modelStatus;
    const status = this.model.run().modelStatus;
    return status === optimal || (status !== infeasible && solved(this.highs, this.model));
  }

  private isStill(group: number, published: (cell: number) => boolean): boolean {
    return (this.members[group] ?? []).some((at) => published(this.cells[at] ?? -1));
  }

  private groupOf(cell: number): number {
    const at = this.place.get(cell);
    if (at === undefined) throw new RangeError(`The prover does not see ${this.system.keys[cell]}`);
    return this.reduction.group[at] ?? -1;
  }

  private move(group: number, rise: number, fall: number): void {
    this.model.changeColBounds(group, 0, rise);
    this.model.changeColBounds(group + this.reduction.groups, 0, fall);
  }

  /** Only what moves together with the cell: the rest of a solution proves other things. */
  private certificateFrom(values: Float64Array, cell: number): Certificate {
    const { groups, group, ratio } = this.reduction;
    const moveOf = (each: number) => {
      const at = this.place.get(each);
      const own = at === undefined ? -1 : (group[at] ?? -1);
      if (at === undefined || own < 0) return 0;
      return (ratio[at] ?? 1) * ((values[own] ?? 0) - (values[own + groups] ?? 0));
    };
    const moves = new Map<number, number>();
    const open = [cell];
    const crossed = new Set<number>();
    for (let own = open.pop(); own !== undefined; own = open.pop()) {
      if (moves.has(own)) continue;
      const move = moveOf(own);
      const near = Math.round(move);
      moves.set(own, this.system.whole && Math.abs(move - near) < 1e-6 ? near : move);
      for (const row of this.system.rowsOf[own] ?? []) {
        if (crossed.has(row)) continue;
        crossed.add(row);
        for (const other of this.system.rows[row]?.cells ?? [])
          if (Math.abs(moveOf(other)) > 1e-7) open.push(other);
      }
    }
    return { cells: Int32Array.from(moves.keys()), by: Float64Array.from(moves.values()) };
  }
}
