import { centsOf } from './amount.rules.ts';
import type { SourceStatus } from './source-cell.ts';
import type { SourceRow } from './source-row.ts';
import { isHiddenMark, isMissingMark } from './urssaf-columns.ts';

/** A value of an Urssaf file: a count, a mean of counts, or euros, which become cents. */
export function readUrssafValue(
  row: SourceRow,
  column: number,
  kind: 'count' | 'mean' | 'euros',
): { value: number | null; status: SourceStatus } {
  const text = row.text(column);
  if (isHiddenMark(text)) return { value: null, status: 'SUPPRESSED_PRODUCER' };
  if (text === '' || isMissingMark(text)) return { value: null, status: 'MISSING' };
  const amount = row.amount(column, kind === 'count' ? 'count' : 'measure');
  if (amount === null || kind !== 'euros') return { value: amount, status: 'NORMAL' };
  const cents = centsOf(amount);
  if (cents === null)
    row.refuse(column, 'NUMBER_TOO_LARGE', 'Ce montant est trop grand pour être compté exactement.');
  return { value: cents, status: 'NORMAL' };
}
