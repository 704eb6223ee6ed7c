import { primaryReason } from './primary.rules.ts';
import { sameHolder } from './same-holder.ts';
import {
  ContradictionError,
  type Reader,
  type Relation,
  type SecrecyCell,
  type SecrecyTable,
} from './table.ts';

/** `Σ signs[k] · value(cells[k]) = 0`, over the cells that can move. */
export type Row = {
  readonly total: number;
  readonly cells: Int32Array;
  readonly signs: Float64Array;
  readonly dimension: string | null;
};

/** A table made of numbers: the cells that may move in a reader’s mind (published zeros cannot), and their sums. */
export type System = {
  readonly keys: readonly string[];
  readonly value: Float64Array;
  /** How far the reader believes that a hidden cell may fall. */
  readonly fall: Float64Array;
  readonly weight: Float64Array;
  readonly primary: Uint8Array;
  readonly earlier: Uint8Array;
  /** Who alone contributes to a cell; −1 when several do, or nobody knows. */
  readonly holder: Int32Array;
  readonly rows: readonly Row[];
  readonly rowsOf: readonly Int32Array[];
  /** What a cheap cell weighs: a quarter of the cells weigh less. */
  readonly cheap: number;
  /** One unit of the table, in the unit that the solver works in. */
  readonly unit: number;
  /** One (a job, an establishment) in the unit that the solver works in: the least that an interval spans on each side. */
  readonly one: number;
  /** Whether values are whole numbers in the solver’s unit: certificates are then whole too. */
  readonly whole: boolean;
};

const LARGEST_FOR_SOLVER = 1e9;

/** `value` completes the cells whose value is null. */
export function compile(table: SecrecyTable, values: ReadonlyMap<string, number>, reader: Reader): System {
  const amountOf = (cell: SecrecyCell) => cell.value ?? values.get(cell.key) ?? 0;
  const largest = table.cells.reduce((most, cell) => Math.max(most, amountOf(cell)), 0);
  const scale = largest > LARGEST_FOR_SOLVER ? 10 ** Math.ceil(Math.log10(largest / LARGEST_FOR_SOLVER)) : 1;
  const movable = table.cells.filter(
    (cell) => amountOf(cell) > 0 || cell.mustStayHidden || primaryReason(cell) !== null,
  );
  const index = new Map(movable.map((cell, at) => [cell.key, at]));
  const value = Float64Array.from(movable, (cell) => amountOf(cell) / scale);
  const one = (table.one ?? 1) / scale;
  const least = reader === 'AT_LEAST_ONE' ? one : 0;
  const rows = rowsOver(table.relations, index);
  return {
    keys: movable.map(({ key }) => key),
    value,
    fall: value.map((each) => Math.max(0, each - least)),
    weight: Float64Array.from(movable, (cell) => (amountOf(cell) / scale + 0.01) * (cell.discount ?? 1)),
    primary: Uint8Array.from(movable, (cell) => (primaryReason(cell) === null ? 0 : 1)),
    earlier: Uint8Array.from(movable, (cell) =>
      cell.mustStayHidden && primaryReason(cell) === null ? 1 : 0,
    ),
    holder: sameHolder(movable, rows),
    rows,
    rowsOf: rowsOfCells(movable.length, rows),
    cheap: value.toSorted()[Math.floor(value.length / 4)] ?? 0,
    unit: 1 / scale,
    one,
    whole: scale === 1 && movable.every((cell) => Number.isInteger(amountOf(cell))),
  };
}

function rowsOver(relations: readonly Relation[], index: ReadonlyMap<string, number>): Row[] {
  const rows = new Map<string, Row>();
  for (const { total, parts, dimension } of relations) {
    const own = index.get(total);
    const cells = parts.flatMap((part) => index.get(part) ?? []);
    const all = own === undefined ? cells : [own, ...cells];
    if (all.length === 0 || parts.length === 0) continue;
    const signs = Float64Array.from(all, (_, at) => (at === 0 && own !== undefined ? -1 : 1));
    const row = { total: own ?? -1, cells: Int32Array.from(all), signs, dimension: dimension ?? null };
    rows.set(`${own}=${cells.toSorted((left, right) => left - right)}`, row);
  }
  return [...rows.values()];
}

export function rowsOfCells(cells: number, rows: readonly Row[]): Int32Array[] {
  const lists: number[][] = Array.from({ length: cells }, () => []);
  rows.forEach((row, at) => {
    for (const cell of row.cells) lists[cell]?.push(at);
  });
  return lists.map((list) => Int32Array.from(list));
}

/** The first known sum that its known parts contradict, and every name that no cell bears, are refused. */
export function checkSums({ cells, relations }: SecrecyTable): void {
  const values = new Map(cells.map(({ key, value }) => [key, value]));
  if (values.size !== cells.length) throw new RangeError('Two cells have one key');
  for (const relation of relations) {
    if (relation.parts.length === 0) continue;
    const [total, ...parts] = [relation.total, ...relation.parts].map((key) => {
      const value = values.get(key);
      if (value === undefined) throw new RangeError(`No cell has the key ${key}`);
      return value;
    });
    const known = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
    const open = parts.includes(null);
    if (typeof total === 'number' && (open ? known > total : known !== total)) {
      throw new ContradictionError(relation);
    }
  }
}
