import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { EntityManager } from 'typeorm';
import { PROBLEM_MESSAGES } from './problem-messages.ts';
import { type ReadFile, type ReadLine, readGrantFile } from './read-grant-file.ts';
import { readWorkbook } from './read-workbook.ts';
import { storeGrants } from './store-grants.queries.ts';

export type GrantImport = { path: string; source: string; dryRun: boolean };
/** A line that is put aside (`refused`), or kept without one of its cells. */
export type ReportedLine = {
  line: number;
  column: string | null;
  code: string;
  message: string;
  raw: string | null;
  refused: boolean;
};
export type GrantImportOutcome = { accepted: boolean; lines: string[] };

const MOST_BYTES = 64 * 1024 * 1024;

/** Brings a file of grants that somebody published into the graph: every line is kept, or put aside with its reasons. */
export async function importGrants(
  db: EntityManager,
  { path, source, dryRun }: GrantImport,
  { now, onLine }: { now: Date; onLine: (line: ReportedLine) => void },
): Promise<GrantImportOutcome> {
  if ((await stat(path)).size > MOST_BYTES) return refused('Le fichier dépasse 64 Mio.');
  const bytes = await readFile(path);
  const file = await readAny(bytes, path);
  if ('refusal' in file) return refused(`${file.message} [${file.refusal}]`);
  for (const { line, problems } of file.lines) {
    for (const { column, code, raw, refuses } of problems) {
      onLine({ line, column, code, message: PROBLEM_MESSAGES[code] ?? code, raw, refused: refuses });
    }
  }
  const counts = countsOf(file.lines);
  const told = [
    `Lignes lues : ${counts.read} ; gardées : ${counts.kept} ; mises de côté : ${counts.quarantined}.`,
    ...(file.ignored.length === 0 ? [] : [`Colonnes ignorées : ${file.ignored.join(', ')}.`]),
  ];
  if (dryRun) return { accepted: true, lines: [...told, 'Rien n’a été écrit.'] };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const stored = await storeGrants(db, { source, sha256, fileName: basename(path), now, counts }, file.lines);
  const last =
    stored === 'KNOWN'
      ? 'Ce fichier a déjà été importé : rien n’a changé.'
      : `Subventions ajoutées : ${stored.added} ; déjà connues : ${counts.kept - stored.added}.`;
  return { accepted: true, lines: [...told, last] };
}

async function readAny(bytes: Buffer, path: string): Promise<ReadFile> {
  return extname(path).toLowerCase() === '.xlsx' ? readWorkbook(bytes) : readGrantFile(bytes);
}

export type LineCounts = {
  read: number;
  kept: number;
  quarantined: number;
  problems: Record<string, number>;
};

/** Lines by what became of them, and problems by code. */
export function countsOf(lines: readonly ReadLine[]): LineCounts {
  const problems: Record<string, number> = {};
  for (const { code } of lines.flatMap((each) => each.problems)) problems[code] = (problems[code] ?? 0) + 1;
  const kept = lines.filter(({ grant }) => grant !== null).length;
  return { read: lines.length, kept, quarantined: lines.length - kept, problems };
}

function refused(sentence: string): GrantImportOutcome {
  return { accepted: false, lines: [sentence, 'Rien n’a été écrit.'] };
}
