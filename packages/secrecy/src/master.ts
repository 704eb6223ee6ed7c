import type { Model } from 'highs';
import type { Cut } from './cut.ts';
import { openModel, type Solver, solved } from './solver.ts';

export type Point = { readonly hiddenPart: Float64Array; readonly bound: number; readonly proven: boolean };

/** The cheapest pattern that satisfies the cuts known so far. */
export class Master {
  readonly candidates: Int32Array;
  private readonly highs: Solver;
  private readonly weight: Float64Array;
  private readonly place: Int32Array;
  private readonly cuts = new Map<string, Cut>();
  private relaxed: Model | undefined;

  constructor(highs: Solver, weight: Float64Array, candidates: Int32Array) {
    this.highs = highs;
    this.weight = weight;
    this.candidates = candidates;
    this.place = new Int32Array(weight.length).fill(-1);
    candidates.forEach((cell, at) => {
      this.place[cell] = at;
    });
  }

  get allCuts(): Cut[] {
    return [...this.cuts.values()];
  }

  /** Whether the cut is new. */
  add(cut: Cut): boolean {
    const name = Array.from(cut.cells, (cell, at) => `${cell}:${cut.coefficients[at]?.toFixed(9)}`)
      .sort()
      .join(' ');
    if (this.cuts.has(name)) return false;
    this.cuts.set(name, cut);
    this.relaxed?.addRow(1, this.highs.infinity, {
      indices: cut.cells.map((cell) => this.place[cell] ?? -1),
      values: cut.coefficients,
    });
    return true;
  }

  /** How much of the cut a pattern satisfies; below 1, the pattern breaks it. */
  static measure(cut: Cut, hiddenPart: ArrayLike<number>): number {
    return cut.cells.reduce(
      (sum, cell, at) => sum + (cut.coefficients[at] ?? 0) * (hiddenPart[cell] ?? 0),
      0,
    );
  }

  /** The relaxation: cells hidden in part. Null when the solver gave up. */
  relax(): Point | null {
    this.relaxed ??= this.open(false);
    this.relaxed.options.set({ simplex_strategy: 1 });
    if (!solved(this.highs, this.relaxed)) return null;
    return {
      hiddenPart: this.spread(this.relaxed.getSolution().colValue),
      bound: this.relaxed.getObjectiveValue(),
      proven: true,
    };
  }

  /** Whole patterns only, in so many seconds and to that relative gap. `start`: a pattern to do better than. */
  solve(seconds: number, gap: number, start?: Uint8Array): Point | null {
    const model = this.open(true);
    try {
      model.options.set({ time_limit: Math.max(0.05, seconds), mip_rel_gap: gap, mip_abs_gap: 1e-7 });
      if (start !== undefined) {
        model.setSolution({ colValue: Float64Array.from(this.candidates, (cell) => start[cell] ?? 0) });
      }
      const { modelStatus } = model.run();
      const { optimal, timeLimit } = this.highs.constants.modelStatus;
      if (modelStatus !== optimal && modelStatus !== timeLimit) return null;
      const found = model.info.get('primal_solution_status') === this.highs.constants.solutionStatus.feasible;
      if (!found) return null;
      const bound = Number(model.info.get('mip_dual_bound'));
      const hiddenPart = this.spread(model.getSolution().colValue).map((part) => Math.round(part));
      return { hiddenPart, bound: Math.max(0, bound), proven: modelStatus === optimal };
    } finally {
      model.dispose();
    }
  }

  dispose(): void {
    this.relaxed?.dispose();
    this.relaxed = undefined;
  }

  private open(whole: boolean): Model {
    const columns = this.candidates.length;
    return openModel(this.highs, {
      columns,
      rows: this.allCuts.map(({ cells, coefficients }) => ({
        cells: cells.map((cell) => this.place[cell] ?? -1),
        values: coefficients,
        lower: 1,
        upper: this.highs.infinity,
      })),
      lower: new Float64Array(columns),
      upper: new Float64Array(columns).fill(1),
      cost: Float64Array.from(this.candidates, (cell) => this.weight[cell] ?? 0),
      maximise: false,
      whole,
    });
  }

  private spread(values: Float64Array): Float64Array {
    const spread = new Float64Array(this.weight.length);
    this.candidates.forEach((cell, at) => {
      spread[cell] = values[at] ?? 0;
    });
    return spread;
  }
}
