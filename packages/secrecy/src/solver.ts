import loadHighs, { type Highs, type Model } from 'highs';

export type Solver = Highs;

// The package describes its CommonJS build; Node takes the other one, whose default is the loader itself.
const load = loadHighs as unknown as typeof loadHighs.default;

let loading: Promise<Solver> | undefined;

/** One solver a thread. Its memory never shrinks: the thread ends after the work. */
export function solver(): Promise<Solver> {
  const started = loading ?? load();
  loading = started;
  return started;
}

type SparseRow = { readonly cells: ArrayLike<number>; readonly values: ArrayLike<number> };

export type Programme = {
  readonly columns: number;
  readonly rows: readonly (SparseRow & { readonly lower: number; readonly upper: number })[];
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly cost: Float64Array;
  readonly maximise: boolean;
  readonly whole?: boolean;
};

export function openModel(highs: Solver, programme: Programme): Model {
  const { columns, rows, lower, upper, cost, maximise, whole } = programme;
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, at) => {
    starts[at + 1] = (starts[at] ?? 0) + row.cells.length;
  });
  const size = starts[rows.length] ?? 0;
  const indices = new Int32Array(size);
  const values = new Float64Array(size);
  rows.forEach((row, at) => {
    indices.set(row.cells, starts[at]);
    values.set(row.values, starts[at]);
  });
  const { maximize, minimize } = highs.constants.objectiveSense;
  const model = highs.createModel({
    numCols: columns,
    numRows: rows.length,
    sense: maximise ? maximize : minimize,
    colCost: cost,
    colLower: lower,
    colUpper: upper,
    rowLower: Float64Array.from(rows, (row) => row.lower),
    rowUpper: Float64Array.from(rows, (row) => row.upper),
    matrix: { format: 'csr', numRows: rows.length, numCols: columns, starts, indices, values },
    ...(whole === true && { integrality: new Int32Array(columns).fill(1) }),
  });
  model.options.set({ output_flag: false, random_seed: 0 });
  if (whole !== true) model.options.set({ presolve: 'off', solver: 'simplex', simplex_strategy: 4 });
  return model;
}

/** Solves; a warm start that goes astray is forgotten once. Anything but an optimum is no answer. */
export function solved(highs: Solver, model: Model): boolean {
  const { optimal } = highs.constants.modelStatus;
  if (model.run().modelStatus === optimal) return true;
  model.clearSolver();
  return model.run().modelStatus === optimal;
}
