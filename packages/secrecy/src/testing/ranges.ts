import { openModel, solver } from '../solver.ts';

const INFINITE = 1e30;

/** What somebody knows of numbers that are never negative: bounds of sums of them. */
export type Known = {
  readonly terms: readonly (readonly [unknown: number, factor: number])[];
  readonly lower: number;
  /** Null where there is no upper bound. */
  readonly upper: number | null;
};

export type Range = { readonly low: number; readonly high: number | null };

/**
 * Between which numbers each unknown lies, given all that is known: linear programming and nothing of what the design or the
 * audit share. Throws RangeError when what is known contradicts itself.
 */
export async function rangesOf(unknowns: number, known: readonly Known[]): Promise<Range[]> {
  const highs = await solver();
  const model = openModel(highs, {
    columns: unknowns,
    rows: known.map(({ terms, lower, upper }) => ({
      cells: terms.map(([unknown]) => unknown),
      values: terms.map(([, factor]) => factor),
      lower,
      upper: upper ?? INFINITE,
    })),
    lower: new Float64Array(unknowns),
    upper: new Float64Array(unknowns).fill(INFINITE),
    cost: new Float64Array(unknowns),
    maximise: true,
  });
  const furthest = (unknown: number, side: 1 | -1): number | null => {
    const { optimal, unbounded, unboundedOrInfeasible } = highs.constants.modelStatus;
    model.changeColCost(unknown, side);
    let { modelStatus } = model.run();
    if (modelStatus !== optimal) {
      model.clearSolver();
      modelStatus = model.run().modelStatus;
    }
    const found = modelStatus === optimal ? (model.getSolution().colValue[unknown] ?? 0) : null;
    model.changeColCost(unknown, 0);
    if (found !== null || modelStatus === unbounded || modelStatus === unboundedOrInfeasible) return found;
    throw new RangeError('What is known contradicts itself');
  };
  try {
    return Array.from({ length: unknowns }, (_, unknown) => ({
      low: furthest(unknown, -1) ?? 0,
      high: furthest(unknown, 1),
    }));
  } finally {
    model.dispose();
  }
}
