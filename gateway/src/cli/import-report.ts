import { closeSync, openSync, writeSync } from 'node:fs';
import type { ReportedRow } from '@graphess/observatory/import';
import { SettingsError } from '@graphess/subgraph-kit';

const HEADER = ['ligne', 'colonne', 'code', 'message', 'valeur', 'suite'];
const SHOWN = 20;
const BLOCK = 64 * 1024;

/**
 * Every line that is refused or put aside: counted by code, the first refusals kept to be shown, all of them written to a
 * CSV file (the one that a French spreadsheet opens) when a path is given. Throws SettingsError when it cannot be written.
 */
export function importReport(path: string | null) {
  const file = path === null ? null : openFile(path);
  const counts = new Map<string, number>();
  const first: ReportedRow[] = [];
  let pending = file === null ? '' : `\uFEFF${csvLine(HEADER)}`;
  const flush = () => {
    if (file !== null) writeSync(file, pending);
    pending = '';
  };
  return {
    add(row: ReportedRow): void {
      const key = `${row.refused ? 'refusées' : 'écartées'}  ${row.code}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      if (row.refused && first.length < SHOWN) first.push(row);
      if (file === null) return;
      const { line, column, code, message, raw, refused } = row;
      pending += csvLine([
        String(line),
        column ?? '',
        code,
        message,
        raw ?? '',
        refused ? 'refusée' : 'écartée',
      ]);
      if (pending.length > BLOCK) flush();
    },
    /** What to print, in French. */
    lines(): string[] {
      const refused = first.map(
        ({ line, column, code, message, raw }) =>
          `  ligne ${line}${column === null ? '' : `, colonne « ${column} »`} : ${message} [${code}]${raw === null ? '' : ` ${raw}`}`,
      );
      return [...refused, ...[...counts].map(([key, count]) => `  ${String(count).padStart(8)} ${key}`)];
    },
    close(): void {
      flush();
      if (file !== null) closeSync(file);
    },
  };
}

function openFile(path: string): number {
  try {
    return openSync(path, 'w', 0o644);
  } catch {
    throw new SettingsError(`Le rapport ne peut pas être écrit dans « ${path} ».`);
  }
}

/** What a spreadsheet would take for a formula is text here. */
function csvLine(fields: readonly string[]): string {
  const cells = fields.map((field) => (/^[=+\-@\t\r]/.test(field) ? `'${field}` : field));
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')}\r\n`;
}
