import type { DimensionCodes } from '../cube/breakdown.ts';
import { isDimensionValue } from '../cube/dimension.catalogue.ts';
import type { FloresLevel } from './flores.rules.ts';
import { rowProblem } from './row-problem.ts';
import type { Aside, RowProblem } from './source-cell.ts';
import type { SourceRow } from './source-row.ts';

/** How FLORES writes that a line is not detailed. */
export const TOTALS = ['', '_T'];
const LEGAL_TOTALS = ['_T', '1T9X7'];

/** Which level of activities a file has: a code of the A17 may also be one of the A5 or the A38. */
export class Activities {
  readonly #level: FloresLevel | null;
  #kept: number | null = null;
  #foreign: { line: number; code: string } | null = null;

  constructor(level: FloresLevel | null) {
    this.#level = level;
  }

  detail(row: SourceRow, column: number, codes: DimensionCodes): Aside[] | null {
    const code = row.text(column);
    if (TOTALS.includes(code)) return null;
    if (/^\d/.test(code)) {
      if (isDimensionValue('SECTOR_A88', code)) codes.SECTOR_A88 = code;
      else
        row.refuse(
          column,
          'CODE_UNKNOWN',
          'Cette division d’activité n’existe pas (deux chiffres attendus).',
        );
      return null;
    }
    const kept = isDimensionValue('SECTOR_A17', code) && this.#level !== 'A5' && this.#level !== 'A38';
    if (kept) {
      this.#kept ??= row.line;
      codes.SECTOR_A17 = code;
      return null;
    }
    this.#foreign ??= { line: row.line, code };
    return row.aside(
      column,
      'ACTIVITY_LEVEL_NOT_KEPT',
      'Seuls les niveaux A17 et A88 des activités sont repris.',
    );
  }

  problems(): RowProblem[] {
    if (this.#kept === null || this.#foreign === null) return [];
    const message =
      'Le fichier mêle des activités de plusieurs niveaux (A5 ou A38, et A17), qui ne se distinguent pas toutes : publiez le fichier A17 ou A88.';
    return [rowProblem(this.#foreign.line, 'ACTIVITY', 'ACTIVITY_LEVELS_MIXED', message, this.#foreign.code)];
  }
}

export function legalDetail(
  row: SourceRow,
  column: number,
  codes: DimensionCodes,
  totals: Map<string, number>,
): Aside[] | null {
  const code = row.text(column);
  if (code === '') return null;
  if (LEGAL_TOTALS.includes(code)) {
    if (!totals.has(code)) totals.set(code, row.line);
    return null;
  }
  if (isDimensionValue('LEGAL_CATEGORY', code)) {
    codes.LEGAL_CATEGORY = code;
    return null;
  }
  return row.aside(column, 'LEGAL_FORM_NOT_KEPT', 'Ce regroupement de formes juridiques n’est pas repris.');
}

export function twoTotals(totals: ReadonlyMap<string, number>): RowProblem[] {
  const second = [...totals][1];
  if (second === undefined) return [];
  const message =
    'Le fichier a deux totaux de formes juridiques (« _T » et « 1T9X7 »), de champs différents : n’en gardez qu’un.';
  return [rowProblem(second[1], 'LEGAL_FORM_WITH_PUBLIC', 'TWO_TOTALS', message, second[0])];
}

export function sizeDetail(row: SourceRow, column: number, codes: DimensionCodes): null {
  const code = row.text(column);
  if (TOTALS.includes(code)) return null;
  if (isDimensionValue('SIZE_CLASS', code)) codes.SIZE_CLASS = code;
  else row.refuse(column, 'CODE_UNKNOWN', 'Cette tranche d’effectif n’est pas connue.');
  return null;
}
