import { openModel, type Solver, solved } from './solver.ts';
import { ContradictionError, type Relation, type SecrecyTable } from './table.ts';

const INFINITE = 1e30;

/**
 * Values for the cells whose value nobody told us, such that published sums hold, and each is above zero wherever it can
 * be. Throws `ContradictionError` when no values do.
 */
export function unknownValues(highs: Solver, { cells, relations }: SecrecyTable): Map<string, number> {
  const unknown = cells.flatMap(({ key, value }) => (value === null ? [key] : []));
  if (unknown.length === 0) return new Map();
  const known = new Map(cells.map(({ key, value }) => [key, value]));
  const place = new Map(unknown.map((key, at) => [key, at]));
  const touched = relations.filter(
    ({ total, parts }) => place.has(total) || parts.some((part) => place.has(part)),
  );
  const columns = unknown.length;
  // Each value is a first unit, worth having, and the rest.
  const rows = touched.map(({ total, parts }) => {
    const at: number[] = [];
    const values: number[] = [];
    let rest = 0;
    for (const [key, sign] of [[total, -1] as const, ...parts.map((part) => [part, 1] as const)]) {
      const column = place.get(key);
      if (column === undefined) rest -= sign * (known.get(key) ?? 0);
      else {
        at.push(column, column + columns);
        values.push(sign, sign);
      }
    }
    return { cells: at, values, lower: rest, upper: rest };
  });
  const model = openModel(highs, {
    columns: 2 * columns,
    rows,
    lower: new Float64Array(2 * columns),
    upper: Float64Array.from({ length: 2 * columns }, (_, at) => (at < columns ? 1 : INFINITE)),
    cost: Float64Array.from({ length: 2 * columns }, (_, at) => (at < columns ? 1 : 0)),
    maximise: true,
  });
  try {
    const solutions: Float64Array[] = [];
    let open = unknown.map((_, at) => at);
    while (open.length > 0) {
      if (!solved(highs, model)) break;
      const { colValue } = model.getSolution();
      const positive = open.filter((at) => (colValue[at] ?? 0) > 1e-6);
      solutions.push(colValue);
      if (positive.length === 0) break;
      for (const at of positive) model.changeColCost(at, 0);
      open = open.filter((at) => !positive.includes(at));
    }
    if (solutions.length === 0) throw new ContradictionError(culprit(highs, rows, columns, touched));
    return new Map(unknown.map((key, at) => [key, mean(solutions, at, columns)]));
  } finally {
    model.dispose();
  }
}

function mean(solutions: readonly Float64Array[], at: number, columns: number): number {
  const sum = solutions.reduce((total, each) => total + (each[at] ?? 0) + (each[at + columns] ?? 0), 0);
  const value = sum / solutions.length;
  return Math.abs(value - Math.round(value)) < 1e-6 ? Math.round(value) : value;
}

/** The relation to bend most, for all of them to hold. */
function culprit(
  highs: Solver,
  rows: Parameters<typeof openModel>[1]['rows'],
  columns: number,
  relations: readonly Relation[],
): Relation {
  const base = 2 * columns;
  const size = base + 2 * rows.length;
  const model = openModel(highs, {
    columns: size,
    rows: rows.map((row, at) => ({
      ...row,
      cells: [...Array.from(row.cells), base + 2 * at, base + 2 * at + 1],
      values: [...Array.from(row.values), 1, -1],
    })),
    lower: new Float64Array(size),
    upper: new Float64Array(size).fill(INFINITE),
    cost: Float64Array.from({ length: size }, (_, at) => (at < base ? 0 : 1)),
    maximise: false,
  });
  try {
    solved(highs, model);
    const { colValue } = model.getSolution();
    const bent = relations.map(
      (_, at) => (colValue[base + 2 * at] ?? 0) + (colValue[base + 2 * at + 1] ?? 0),
    );
    const worst = relations[bent.indexOf(Math.max(...bent))];
    if (worst === undefined) throw new RangeError('No relation to blame');
    return worst;
  } finally {
    model.dispose();
  }
}
