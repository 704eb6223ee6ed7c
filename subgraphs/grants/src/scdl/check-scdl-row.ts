import { isSiret } from '@graphess/identifiers';
import { isCalendarDay } from '@graphess/subgraph-kit';
import { SCDL_COLUMNS, type ScdlColumn, type ScdlRow } from './scdl-schema.ts';
import type { TableColumn } from './table-column.ts';

export type CellProblemCode =
  | 'MISSING'
  | 'NOT_A_DATE'
  | 'NOT_A_NUMBER'
  | 'NOT_YES_OR_NO'
  | 'PATTERN'
  | 'TOO_LONG'
  | 'OUT_OF_RANGE'
  | 'NOT_IN_LIST'
  | 'NOT_A_SIRET'
  | 'NO_BENEFICIARY_ID';

export type CellProblem = { column: ScdlColumn; code: CellProblemCode };

/** All that the schema holds against a line. */
export function problemsOfRow(row: ScdlRow): CellProblem[] {
  const problems = SCDL_COLUMNS.flatMap((column) =>
    problemsOfCell(column, row[column.name]).map((code) => ({ column: column.name, code })),
  );
  return row.idBeneficiaire === '' && row.rnaBeneficiaire === ''
    ? [...problems, { column: 'idBeneficiaire', code: 'NO_BENEFICIARY_ID' }]
    : problems;
}

function problemsOfCell({ type, constraints, siret }: TableColumn, text: string): CellProblemCode[] {
  if (text === '') return constraints.required ? ['MISSING'] : [];
  const { pattern, maxLength, enum: list } = constraints;
  return [
    ...problemsOfType(type, text),
    ...(pattern !== undefined && !new RegExp(pattern).test(text) ? (['PATTERN'] as const) : []),
    ...(maxLength !== undefined && [...text].length > maxLength ? (['TOO_LONG'] as const) : []),
    ...(list !== undefined && !list.includes(text) ? (['NOT_IN_LIST'] as const) : []),
    ...(siret && !isSiret(text) ? (['NOT_A_SIRET'] as const) : []),
    ...(type === 'number' && isOutside(Number(text), constraints) ? (['OUT_OF_RANGE'] as const) : []),
  ];
}

function problemsOfType(type: TableColumn['type'], text: string): CellProblemCode[] {
  if (type === 'date' && !isCalendarDay(text)) return ['NOT_A_DATE'];
  if (type === 'number' && !/^-?\d+(\.\d+)?$/.test(text)) return ['NOT_A_NUMBER'];
  if (type === 'boolean' && text !== 'oui' && text !== 'non') return ['NOT_YES_OR_NO'];
  return [];
}

function isOutside(value: number, { minimum, maximum }: TableColumn['constraints']): boolean {
  return (minimum !== undefined && value < minimum) || (maximum !== undefined && value > maximum);
}
