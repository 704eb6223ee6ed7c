import { inThread, type ProtectOptions } from './order.ts';
import type { Protection, Reader, SecrecyAudit, SecrecyTable } from './table.ts';

/**
 * What to hide of a table so that no primary cell can be computed, nor bounded within ±15 % or ±1, from its published sums,
 * and no lone contributor computes the cell of another; with the least loss that can be found within `budgetMs`. Proven
 * optimal (`OPTIMAL`) on tables of a few hundred cells, and often on thousands. Safe whatever the budget, 0 included;
 * deterministic when it ends within it. The budget is the computing time of the thread: a busy machine takes longer for the
 * same pattern, up to four times as long. Throws `ContradictionError` when sums contradict their parts, `RangeError` for a key that no cell bears.
 * Method: M. Fischetti and J. J. Salazar-González, « Solving the cell suppression problem on tabular data with linear
 * constraints », Management Science 47 (2001).
 */
export async function protect(
  table: SecrecyTable,
  { signal, ...options }: ProtectOptions & { readonly signal?: AbortSignal },
): Promise<Protection> {
  return (await inThread({ task: 'protect', table, options }, signal)) as Protection;
}

/**
 * Attacks a pattern without asking how it was made: which hidden cells linear algebra determines (exactly, with two
 * primes; and by signs, with linear programming), which primary cells are bounded too closely, and which a lone contributor
 * computes from his own. Throws as `protect` does.
 */
export async function audit(
  table: SecrecyTable,
  hidden: ReadonlySet<string>,
  options: { readonly reader: Reader },
): Promise<SecrecyAudit> {
  return (await inThread({ task: 'audit', table, hidden, options })) as SecrecyAudit;
}
