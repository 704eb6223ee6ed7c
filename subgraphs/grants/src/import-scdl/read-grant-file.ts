import { type Info, parse } from 'csv-parse/sync';
import { type Cells, type GrantRecord, type LineProblem, readGrant } from './grant-line.rules.ts';
import { columnOfHeader, type KeptColumn, missingColumns } from './scdl-columns.rules.ts';

export type ReadLine = { line: number; grant: GrantRecord | null; problems: LineProblem[] };
/** A file whose columns are understood, line by line; or why none of it can be. */
export type ReadFile = { lines: ReadLine[]; ignored: string[] } | { refusal: string; message: string };

/** Reads the text of a CSV of grants, whatever its separator, its headers and what a spreadsheet did to it. */
export function readGrantFile(bytes: Buffer): ReadFile {
  const text = decoded(bytes);
  if (text === null)
    return { refusal: 'NOT_TEXT', message: 'Le fichier n’est pas du texte : enregistrez-le en CSV.' };
  const records = recordsOf(text);
  if (records === null) return { refusal: 'NOT_CSV', message: 'Le fichier n’est pas un CSV.' };
  return readTable(records);
}

export type TableRecord = { line: number; cells: string[] };

/** Reads a table, its first record being the headers. Records without any text are no line. */
export function readTable(records: readonly TableRecord[]): ReadFile {
  const [header, ...body] = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const named = trimmed(header?.cells ?? []);
  const columns = named.map(columnOfHeader);
  const missing = missingColumns(columns);
  if (missing.length > 0) {
    return { refusal: 'COLUMN_MISSING', message: `Colonnes introuvables : ${missing.join(', ')}.` };
  }
  const ignored = named.filter((name, rank) => name.trim() !== '' && columns[rank] === null);
  return { ignored, lines: body.map(({ line, cells }) => ({ line, ...readLine(columns, cells) })) };
}

function readLine(columns: readonly (KeptColumn | null)[], cells: readonly string[]) {
  const fitted = fit(columns, cells);
  if (fitted === null) {
    const problem = { column: null, code: 'CELL_COUNT', raw: `${cells.length}`, refuses: true };
    return { grant: null, problems: [problem] };
  }
  const byColumn: Partial<Record<KeptColumn, string>> = {};
  for (const [rank, column] of columns.entries()) {
    // A column that is there twice: the first that says something.
    if (column !== null && (byColumn[column] ?? '').trim() === '') byColumn[column] = fitted[rank] ?? '';
  }
  return readGrant(byColumn satisfies Cells);
}

/**
 * The cells of a line under its headers. An amount whose comma was taken for a separator (« 24 975,00 ») is put together
 * again when that alone explains the number of cells; null when nothing does.
 */
function fit(columns: readonly unknown[], cells: readonly string[]): readonly string[] | null {
  if (cells.length <= columns.length) return cells;
  const kept = [...cells];
  while (kept.length > columns.length && kept.at(-1)?.trim() === '') kept.pop();
  if (kept.length === columns.length) {
    const amount = columns.indexOf('amount');
    // Empty cells at the end may hide that everything after the amount moved by one.
    return isCutAmount(cells, amount) ? joined(cells, amount, columns.length) : kept;
  }
  const amount = columns.indexOf('amount');
  return isCutAmount(cells, amount) ? joined(cells, amount, columns.length) : null;
}

function isCutAmount(cells: readonly string[], amount: number): boolean {
  return (
    /^\s*\d[\d\s\u00A0\u202F]*$/.test(cells[amount] ?? '') &&
    /^\d{2}\s*€?$/.test((cells[amount + 1] ?? '').trim())
  );
}

function joined(cells: readonly string[], amount: number, width: number): readonly string[] | null {
  const whole = [
    ...cells.slice(0, amount),
    `${cells[amount]},${cells[amount + 1]}`,
    ...cells.slice(amount + 2),
  ];
  while (whole.length > width && whole.at(-1)?.trim() === '') whole.pop();
  return whole.length === width ? whole : null;
}

function trimmed(header: readonly string[]): string[] {
  const names = [...header];
  while (names.at(-1)?.trim() === '') names.pop();
  return names;
}

/** UTF-8 when all of it is, Windows-1252 otherwise; null for what is no text. */
function decoded(bytes: Buffer): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function recordsOf(text: string): TableRecord[] | null {
  const [head = ''] = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const count = (separator: string) => head.split(separator).length;
  const delimiter = [';', ',', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ',';
  try {
    const records = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    }) as unknown as { record: string[]; info: Info }[];
    return records.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch {
    return null;
  }
}
