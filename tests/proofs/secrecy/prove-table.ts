import { generatedTable, type Recipe } from '../../../packages/secrecy/src/generated-table.fixture.ts';
import {
  audit,
  type Protection,
  primaryReason,
  protect,
  type SecrecyTable,
} from '../../../packages/secrecy/src/index.ts';

type Leaks = { readonly determined: number; readonly narrow: number; readonly ties: number };

export type Proved = Leaks & {
  readonly recipe: Recipe;
  readonly primaries: number;
  readonly secondaries: number;
  readonly faults: number;
  readonly unprotectable: number;
  readonly control: Leaks;
  readonly status: Protection['status'];
  readonly cost: number;
  readonly bound: number;
  readonly valueShare: number;
  readonly ms: number;
};

/** Protects a table, attacks what it publishes, and attacks the same table with its primary cells hidden alone. */
export async function prove(recipe: Recipe, budgetMs: number): Promise<Proved> {
  const table = generatedTable(recipe);
  const began = performance.now();
  const protection = await protect(table, { reader: 'NON_NEGATIVE', budgetMs });
  const ms = performance.now() - began;
  const primaries = table.cells.filter((cell) => primaryReason(cell) !== null).map(({ key }) => key);
  const { hidden, status, cost, bound, valueShare } = protection;
  return {
    recipe,
    ...(await leaksOf(table, [...hidden.keys()])),
    control: await leaksOf(table, primaries),
    primaries: primaries.length,
    secondaries: [...hidden.values()].filter((reason) => reason === 'SECONDARY').length,
    faults: faultsOf(table, hidden),
    unprotectable: protection.unprotectable.length,
    status,
    cost,
    bound,
    valueShare,
    ms,
  };
}

/** What it costs more to withstand the reader who knows that a hidden cell is at least 1. */
export async function provePrice(recipe: Recipe, budgetMs: number) {
  const table = generatedTable(recipe);
  const plain = await protect(table, { reader: 'NON_NEGATIVE', budgetMs });
  const strict = await protect(table, { reader: 'AT_LEAST_ONE', budgetMs });
  const found = await audit(table, new Set(strict.hidden.keys()), { reader: 'AT_LEAST_ONE' });
  return {
    counts: recipe.counts,
    price: strict.cost / plain.cost,
    optimal: strict.status === 'OPTIMAL',
    leaks: found.determined.length + found.narrow.length + found.ties.length + strict.unprotectable.length,
  };
}

async function leaksOf(table: SecrecyTable, hidden: readonly string[]): Promise<Leaks> {
  const { determined, narrow, ties } = await audit(table, new Set(hidden), { reader: 'NON_NEGATIVE' });
  return { determined: determined.length, narrow: narrow.length, ties: ties.length };
}

/** Sums of published cells that do not hold, primary cells published, zeros hidden. */
function faultsOf(table: SecrecyTable, hidden: Protection['hidden']): number {
  const published = new Map(
    table.cells.flatMap(({ key, value }) => (hidden.has(key) ? [] : [[key, value ?? 0]])),
  );
  const wrongSums = table.relations.filter(({ total, parts }) => {
    if ([total, ...parts].some((key) => hidden.has(key))) return false;
    return published.get(total) !== parts.reduce((sum, part) => sum + (published.get(part) ?? 0), 0);
  });
  const wrongCells = table.cells.filter((cell) =>
    cell.value === 0 ? hidden.has(cell.key) : primaryReason(cell) !== null && !hidden.has(cell.key),
  );
  return wrongSums.length + wrongCells.length;
}
