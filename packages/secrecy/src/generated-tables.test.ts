import { beforeAll, describe, expect, test } from 'vitest';
import { auditHere } from './audit-here.ts';
import { design } from './design.ts';
import { generatedTable, type Recipe } from './generated-table.fixture.ts';
import { type Protection, primaryReason, type SecrecyTable } from './index.ts';

const RECIPES: Recipe[] = [
  { seed: 11, units: 900, spread: 1.2, counts: false, sectors: false },
  { seed: 12, units: 900, spread: 1.2, counts: true, sectors: false },
  { seed: 13, units: 5000, spread: 1.5, counts: false, sectors: false },
  { seed: 14, units: 5000, spread: 1.5, counts: true, sectors: false },
];
const NOTHING = { determined: [], narrow: [], ties: [] };
const primariesOf = (table: SecrecyTable) =>
  table.cells.filter((cell) => primaryReason(cell) !== null).map(({ key }) => key);

describe.each(RECIPES)('37 communes × 4 EPT × 5 families, seed $seed', (recipe) => {
  const table = generatedTable(recipe);
  let protection: Protection;
  beforeAll(async () => {
    protection = await design(table, { reader: 'NON_NEGATIVE', budgetMs: 60_000 });
  });

  test('proven optimal, and nothing can be recovered', async () => {
    const { hidden, status, cost, bound, unprotectable } = protection;
    expect({ status, unprotectable }).toEqual({ status: 'OPTIMAL', unprotectable: [] });
    expect(bound).toBeLessThanOrEqual(cost);
    const found = await auditHere(table, new Set(hidden.keys()), { reader: 'NON_NEGATIVE' });
    expect(found).toEqual({ ...NOTHING, checkedCells: hidden.size });
  });

  test('every primary cell is hidden, and no zero', () => {
    const { hidden } = protection;
    expect(primariesOf(table).filter((key) => !hidden.has(key))).toEqual([]);
    expect(table.cells.filter(({ key, value }) => value === 0 && hidden.has(key))).toEqual([]);
  });

  test('negative control: primary cells alone leak', async () => {
    const found = await auditHere(table, new Set(primariesOf(table)), { reader: 'NON_NEGATIVE' });
    expect(found.determined.length).toBeGreaterThan(5);
    expect(found.narrow.length).toBeGreaterThan(5);
  });
});

test('mutation: any secondary of an optimal pattern, published again, is seen by the audit', async () => {
  const table = generatedTable(RECIPES[3] as Recipe);
  const { hidden } = await design(table, { reader: 'NON_NEGATIVE', budgetMs: 60_000 });
  const secondaries = [...hidden].filter(([, reason]) => reason === 'SECONDARY').map(([key]) => key);
  const unseen: string[] = [];
  for (const key of secondaries) {
    const left = new Set([...hidden.keys()].filter((each) => each !== key));
    const { determined, narrow, ties } = await auditHere(table, left, { reader: 'NON_NEGATIVE' });
    if (determined.length + narrow.length + ties.length === 0) unseen.push(key);
  }
  expect(secondaries.length).toBeGreaterThan(5);
  expect(unseen).toEqual([]);
});

test.each([true, false])(
  'without any time the pattern is safe, and the same again (counts: %s)',
  async (counts) => {
    const table = generatedTable({ seed: 21, units: 2000, spread: 1.4, counts, sectors: false });
    const { hidden, status } = await design(table, { reader: 'NON_NEGATIVE', budgetMs: 0 });
    expect(status).toBe('FALLBACK');
    expect(await auditHere(table, new Set(hidden.keys()), { reader: 'NON_NEGATIVE' })).toMatchObject(NOTHING);
    const again = await design(table, { reader: 'NON_NEGATIVE', budgetMs: 0 });
    expect([...again.hidden]).toEqual([...hidden]);
  },
);

test('the same table has the same pattern', async () => {
  const table = generatedTable(RECIPES[2] as Recipe);
  const [first, second] = [
    await design(table, { reader: 'NON_NEGATIVE', budgetMs: 60_000 }),
    await design(table, { reader: 'NON_NEGATIVE', budgetMs: 60_000 }),
  ];
  expect([...second.hidden]).toEqual([...first.hidden]);
});

test('the reader who knows that a hidden cell is at least 1 costs more, and recovers nothing', async () => {
  const table = generatedTable(RECIPES[3] as Recipe);
  const plain = await design(table, { reader: 'NON_NEGATIVE', budgetMs: 60_000 });
  const strict = await design(table, { reader: 'AT_LEAST_ONE', budgetMs: 60_000 });
  expect(strict.cost).toBeGreaterThan(plain.cost);
  expect(await auditHere(table, new Set(strict.hidden.keys()), { reader: 'AT_LEAST_ONE' })).toMatchObject(
    NOTHING,
  );
  // Negative control: the pattern made for the weaker reader fails before the stronger one.
  const found = await auditHere(table, new Set(plain.hidden.keys()), { reader: 'AT_LEAST_ONE' });
  expect(found.determined.length + found.narrow.length).toBeGreaterThan(0);
});

test('a table of 4 536 cells, with sectors, is safe within a short time', async () => {
  const table = generatedTable({ seed: 31, units: 3000, spread: 1.3, counts: true, sectors: true });
  const { hidden, unprotectable } = await design(table, { reader: 'NON_NEGATIVE', budgetMs: 0 });
  expect(unprotectable).toEqual([]);
  expect(hidden.size).toBeGreaterThan(primariesOf(table).length);
});
