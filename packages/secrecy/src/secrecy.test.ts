import { expect, test } from 'vitest';
import { auditHere } from './audit-here.ts';
import { design } from './design.ts';
import { generatedTable } from './generated-table.fixture.ts';
import {
  audit,
  ContradictionError,
  primaryReason,
  protect,
  type SecrecyCell,
  type SecrecyTable,
} from './index.ts';

const PLAIN = { reader: 'NON_NEGATIVE' } as const;
const BUDGET = { ...PLAIN, budgetMs: 20_000 };

function cell(
  key: string,
  value: number | null,
  units: number | null = 10,
  more: Partial<SecrecyCell> = {},
): SecrecyCell {
  return { key, value, units, largest: null, hiddenByProducer: false, mustStayHidden: false, ...more };
}

/** Rows × columns with their totals: `values[row][column]`, each with its number of contributors. */
function square(values: readonly (readonly (readonly [number | null, number | null])[])[]): SecrecyTable {
  const [rows, columns] = [values.length, values[0]?.length ?? 0];
  const name = (row: number, column: number) =>
    `${row === rows - 1 ? 'all' : `r${row}`} ${column === columns - 1 ? 'all' : `c${column}`}`;
  return {
    cells: values.flatMap((line, row) =>
      line.map(([value, units], column) => cell(name(row, column), value, units)),
    ),
    relations: [
      ...values.map((line, row) => ({
        total: name(row, columns - 1),
        parts: line.slice(0, -1).map((_, column) => name(row, column)),
        dimension: 'column',
      })),
      ...(values[0] ?? []).map((_, column) => ({
        total: name(rows - 1, column),
        parts: values.slice(0, -1).map((_line, row) => name(row, column)),
        dimension: 'row',
      })),
    ],
  };
}

const SMALL = square([
  [
    [3, 1],
    [40, 9],
    [20, 9],
    [63, 19],
  ],
  [
    [30, 9],
    [25, 9],
    [0, 0],
    [55, 18],
  ],
  [
    [12, 9],
    [31, 9],
    [27, 9],
    [70, 27],
  ],
  [
    [45, 19],
    [96, 27],
    [47, 18],
    [188, 64],
  ],
]);

const recoverable = async (
  table: SecrecyTable,
  hidden: Iterable<string>,
  reader: 'NON_NEGATIVE' | 'AT_LEAST_ONE' = 'NON_NEGATIVE',
) => {
  const { determined, narrow, ties } = await auditHere(table, new Set(hidden), { reader });
  return { determined: determined.length, narrow: narrow.length, ties: ties.length };
};
const NOTHING = { determined: 0, narrow: 0, ties: 0 };

test.each([
  ['two contributors', { value: 9, units: 2, largest: 5 }, 'FREQUENCY'],
  ['three contributors', { value: 9, units: 3, largest: 5 }, null],
  ['exactly 85 %', { value: 100, units: 9, largest: 85 }, null],
  ['a unit above 85 %', { value: 100, units: 9, largest: 86 }, 'DOMINANCE'],
  ['85 % of odd numbers, in integers', { value: 1_000_000_007, units: 9, largest: 850_000_006 }, 'DOMINANCE'],
  ['zero with one contributor', { value: 0, units: 1, largest: 0 }, null],
  ['the producer’s flag', { value: 900, units: null, largest: null, hiddenByProducer: true }, 'PRODUCER'],
  ['a value that nobody told', { value: null, units: null, largest: null }, 'PRODUCER'],
  ['unknown contributors', { value: 900, units: null, largest: null }, null],
])('primary: %s', (_, given, reason) => {
  expect(primaryReason({ hiddenByProducer: false, ...given })).toBe(reason);
});

test('one small cell: the cheapest rectangle is hidden with it, in a thread of its own', async () => {
  const { hidden, ...rest } = await protect(SMALL, BUDGET);
  expect(rest).toMatchObject({ status: 'OPTIMAL', unprotectable: [] });
  expect([...hidden].sort()).toEqual([
    ['r0 c0', 'FREQUENCY'],
    ['r0 c2', 'SECONDARY'],
    ['r2 c0', 'SECONDARY'],
    ['r2 c2', 'SECONDARY'],
  ]);
  expect(await audit(SMALL, new Set(hidden.keys()), PLAIN)).toEqual({
    determined: [],
    narrow: [],
    ties: [],
    checkedCells: 4,
  });
});

test('nothing small, nothing hidden', async () => {
  const table = square([
    [
      [5, 3],
      [7, 3],
      [12, 6],
    ],
    [
      [5, 3],
      [7, 3],
      [12, 6],
    ],
  ]);
  expect(await design(table, BUDGET)).toMatchObject({ status: 'NOTHING_TO_HIDE', cost: 0, valueShare: 1 });
});

/** A grouping that reaches outside the département: its sums less its communes give the commune outside. */
const OVERLAP: SecrecyTable = {
  cells: [
    cell('a', 20),
    cell('b', 30),
    cell('c', 25),
    cell('d', 35),
    cell('outside', 4, 1),
    cell('T4', 50),
    cell('T5', 64),
    cell('92', 110),
  ],
  relations: [
    { total: 'T4', parts: ['a', 'b'] },
    { total: 'T5', parts: ['c', 'd', 'outside'] },
    { total: '92', parts: ['a', 'b', 'c', 'd'] },
  ],
};

test('a grouping across the border: the commune outside is not what is left of two totals', async () => {
  const { hidden } = await design(OVERLAP, BUDGET);
  expect(await recoverable(OVERLAP, hidden.keys())).toEqual(NOTHING);
  // Negative control: the total of its own grouping hidden alone, it is T5 again by the département less T4.
  const leak = await auditHere(OVERLAP, new Set(['outside']), PLAIN);
  expect(leak.determined).toEqual(['outside']);
});

test('sums that contradict their parts are refused, known or not, with the sum to blame', async () => {
  const wrong = {
    ...OVERLAP,
    cells: OVERLAP.cells.map((each) => (each.key === 'T5' ? { ...each, value: 65 } : each)),
  };
  await expect(protect(wrong, BUDGET)).rejects.toMatchObject({
    name: 'ContradictionError',
    relation: { total: 'T5' },
  });
  await expect(protect(wrong, BUDGET)).rejects.toBeInstanceOf(ContradictionError);
  const unknown = square([
    [
      [null, null],
      [null, null],
      [10, 9],
    ],
    [
      [5, 9],
      [5, 9],
      [10, 9],
    ],
    [
      [7, 9],
      [9, 9],
      [20, 9],
    ],
  ]);
  await expect(design(unknown, BUDGET)).rejects.toBeInstanceOf(ContradictionError);
});

test('a key that no cell bears is refused', async () => {
  const relations = [{ total: 'a', parts: ['nobody'] }];
  await expect(protect({ ...OVERLAP, relations }, BUDGET)).rejects.toThrow(
    new RangeError('No cell has the key nobody'),
  );
});

test('cells whose value nobody told are protected as well', async () => {
  const table = square([
    [
      [null, null],
      [40, 9],
      [20, 9],
      [63, 19],
    ],
    [
      [30, 9],
      [25, 9],
      [6, 4],
      [61, 18],
    ],
    [
      [12, 9],
      [31, 9],
      [27, 9],
      [70, 27],
    ],
    [
      [45, 19],
      [96, 27],
      [53, 18],
      [194, 64],
    ],
  ]);
  const { hidden } = await design(table, BUDGET);
  expect(hidden.get('r0 c0')).toBe('PRODUCER');
  expect(await recoverable(table, hidden.keys())).toEqual(NOTHING);
});

test('what was hidden before stays hidden, for nothing, and is not determined', async () => {
  const cells = SMALL.cells.map((each) => (each.key === 'r1 c1' ? { ...each, mustStayHidden: true } : each));
  const { hidden, cost } = await design({ ...SMALL, cells }, BUDGET);
  expect(hidden.get('r1 c1')).toBe('EARLIER');
  expect(await recoverable({ ...SMALL, cells }, hidden.keys())).toEqual(NOTHING);
  const secondaries = cells.filter(({ key }) => hidden.get(key) === 'SECONDARY');
  expect(cost).toBeCloseTo(secondaries.reduce((sum, { value }) => sum + (value ?? 0) + 0.01, 0));
});

test('a lone contributor does not compute his neighbour; an organisation in nested cells is one', async () => {
  const table = square([
    [
      [3, 1],
      [4, 1],
      [20, 9],
      [27, 11],
    ],
    [
      [5, 1],
      [6, 1],
      [30, 9],
      [41, 11],
    ],
    [
      [8, 2],
      [10, 2],
      [50, 18],
      [68, 22],
    ],
  ]);
  const { hidden } = await design(table, BUDGET);
  expect(await recoverable(table, hidden.keys())).toEqual(NOTHING);
  // Negative control: primary cells alone pass the linear audit of the reader at large; each contributor sees all others.
  const primaries = table.cells.filter((each) => primaryReason(each) !== null).map(({ key }) => key);
  expect((await recoverable(table, primaries)).ties).toBeGreaterThan(0);
  const nested: SecrecyTable = {
    cells: [cell('commune', 4, 1), cell('zero', 0, 0), cell('EPT', 4, 1), cell('other', 9), cell('92', 13)],
    relations: [
      { total: 'EPT', parts: ['commune', 'zero'] },
      { total: '92', parts: ['EPT', 'other'] },
    ],
  };
  expect(await recoverable(nested, ['commune', 'EPT', 'other', '92'])).toEqual(NOTHING);
});

test('amounts in cents: large numbers keep their proofs', async () => {
  const scaled = (each: SecrecyCell) => ({
    ...each,
    value: each.value === null ? null : each.value * 1_234_567_801,
  });
  const table = { ...SMALL, cells: SMALL.cells.map(scaled) };
  const { hidden, status } = await design(table, BUDGET);
  expect(status).toBe('OPTIMAL');
  expect(await recoverable(table, hidden.keys())).toEqual(NOTHING);
});

test('the caller’s thread stays free, and may end the work', async () => {
  const stop = new AbortController();
  const table = generatedTable({ seed: 41, units: 4000, spread: 1.3, counts: false, sectors: true });
  const work = protect(table, { ...PLAIN, budgetMs: 600_000, signal: stop.signal });
  setTimeout(() => stop.abort(new Error('enough')), 50);
  await expect(work).rejects.toThrow('enough');
});

test('an aborted work does not begin', async () => {
  const aborted = AbortSignal.abort(new Error('enough'));
  await expect(protect(SMALL, { ...BUDGET, signal: aborted })).rejects.toThrow('enough');
});

test('the floor of one holds in a table told in tenths, and the audit judges the same', async () => {
  // 3.0 and 0.5 make 3.5: whoever knows it knows that the first is no more, which is more than 15 % and less than one.
  const table = (one: number): SecrecyTable => ({
    one,
    cells: [cell('lone', 30, 1), cell('tenths', 5), cell('other', 500), cell('all', 535)],
    relations: [{ total: 'all', parts: ['lone', 'tenths', 'other'] }],
  });
  const narrow = async (one: number) => (await audit(table(one), new Set(['lone', 'tenths']), PLAIN)).narrow;
  const hidden = async (one: number) => [...(await protect(table(one), BUDGET)).hidden.keys()].sort();
  expect([await narrow(1), await narrow(10), await hidden(10)]).toEqual([
    [],
    [{ key: 'lone', low: 10, high: 35 }],
    ['lone', 'other'],
  ]);
});
