import type { IndicatorCode } from '../indicator/indicator.code.ts';
import { centsOf } from './amount.rules.ts';
import { foldedName } from './column-name.rules.ts';
import { SECRET_PRESENT } from './messages.ts';
import type { SourceCell, SourceStatus } from './source-cell.ts';
import type { SourceRow } from './source-row.ts';

/** Words of the column `status`, folded. */
const STATUS_OF: ReadonlyMap<string, SourceStatus> = new Map([
  ...words('NORMAL', 'normal', 'normale', 'a'),
  ...words('PROVISIONAL', 'provisional', 'provisoire', 'p'),
  ...words('ESTIMATED', 'estimated', 'estime', 'estimee', 'e'),
  ...words('BREAK', 'break', 'rupture', 'b'),
  ...words('NOT_APPLICABLE', 'not_applicable', 'sans_objet', 'non_applicable', 'z'),
  ...words('MISSING', 'missing', 'manquant', 'manquante', 'm'),
  ...words('SUPPRESSED_PRODUCER', 'suppressed', 'suppressed_producer', 'secret', 'masque', 'masquee', 'k'),
]);

const MONEY: readonly IndicatorCode[] = ['ESS_PAYROLL', 'PAYROLL'];
const MEASURES: readonly IndicatorCode[] = ['ESS_FTE', ...MONEY];

type Columns = { value: number; status: number; units: number; largest: number };
type CellValue = Pick<SourceCell, 'value' | 'status' | 'units' | 'largest'>;

/** What a line of a producer's file says of the value of its cell; what does not hold together is refused. */
export function readCellValue(row: SourceRow, at: Columns, indicator: IndicatorCode | null): CellValue {
  const word = row.text(at.status);
  const status = word === '' ? 'NORMAL' : STATUS_OF.get(foldedName(word));
  if (status === undefined) {
    row.refuse(at.status, 'STATUS_UNKNOWN', 'Ce statut n’est pas connu.');
    return { value: null, status: 'NORMAL', units: null, largest: null };
  }
  const units = row.amount(at.units, 'count');
  if (status === 'SUPPRESSED_PRODUCER') {
    for (const column of [at.value, at.largest]) {
      if (row.text(column) !== '') row.refuse(column, 'SECRET_VALUE_PRESENT', SECRET_PRESENT, null);
    }
    return { value: null, status, units, largest: null };
  }
  if (status === 'MISSING' || status === 'NOT_APPLICABLE') {
    for (const column of [at.value, at.largest]) {
      if (row.text(column) === '') continue;
      row.refuse(column, 'VALUE_WITHOUT_STATUS', 'Le statut dit qu’il n’y a pas de valeur.');
    }
    return { value: null, status, units, largest: null };
  }
  if (row.text(at.value) === '') {
    const message = 'La valeur manque : dites pourquoi dans « status » (manquant, sans objet ou secret).';
    row.refuse(at.value, 'VALUE_MISSING', message);
  }
  const value = readMeasure(row, at.value, indicator);
  const largest = readMeasure(row, at.largest, indicator);
  if (row.problems.length === 0 && value !== null) checkContributors(row, at, { value, units, largest });
  return { value, status, units, largest };
}

function readMeasure(row: SourceRow, column: number, indicator: IndicatorCode | null): number | null {
  const isMeasure = indicator === null || MEASURES.includes(indicator);
  const amount = row.amount(column, isMeasure ? 'measure' : 'count');
  if (amount === null || indicator === null || !MONEY.includes(indicator)) return amount;
  const cents = centsOf(amount);
  if (cents === null)
    row.refuse(column, 'NUMBER_TOO_LARGE', 'Ce montant est trop grand pour être compté exactement.');
  return cents;
}

/** Contributors and the largest of them must make the value. What they say is not quoted: it may be what is to be hidden. */
function checkContributors(
  row: SourceRow,
  at: Columns,
  { value, units, largest }: { value: number; units: number | null; largest: number | null },
): void {
  if (units === 0 && value > 0) {
    row.refuse(
      at.units,
      'UNITS_CONTRADICT_VALUE',
      'Aucune unité ne contribue à une valeur qui n’est pas nulle.',
      null,
    );
  }
  if (largest === null) return;
  if (largest > value) {
    row.refuse(
      at.largest,
      'LARGEST_ABOVE_VALUE',
      'Le plus grand contributeur dépasse la valeur de la cellule.',
      null,
    );
  } else if (units !== null && largest * units < value) {
    row.refuse(
      at.largest,
      'LARGEST_CONTRADICTS_UNITS',
      'Autant d’unités, même toutes aussi grandes que la plus grande, n’atteignent pas la valeur.',
      null,
    );
  }
}

function words(status: SourceStatus, ...known: string[]): (readonly [string, SourceStatus])[] {
  return known.map((word) => [word, status] as const);
}
