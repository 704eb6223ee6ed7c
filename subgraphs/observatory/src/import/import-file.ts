import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { EntityManager } from 'typeorm';
import { importMovements } from '../territory/import-movements.ts';
import { applySirene } from './apply-sirene.ts';
import type { ImportHooks, ImportOutcome, ImportRequest } from './import-request.ts';
import { publishStatistics } from './publish-statistics.ts';
import { readSirene } from './read-sirene.ts';
import { UnreadableFile } from './row-problem.ts';
import { unpack } from './unpack.ts';

export type { ImportHooks, ImportKind, ImportOutcome, ImportRequest, ReportedRow } from './import-request.ts';

/** Brings a file of the operator's disk into the observatory, all or nothing. */
export function importFile(
  db: EntityManager,
  request: ImportRequest,
  hooks: ImportHooks,
): Promise<ImportOutcome> {
  const { kind } = request;
  if (kind === 'sirene') return importSirene(db, request, hooks);
  if (kind === 'movements') return importMovementsFile(db, request, hooks);
  return publishStatistics(db, kind, request, hooks);
}

async function importSirene(
  db: EntityManager,
  { path, dryRun }: ImportRequest,
  { onProgress, onRow, signal }: ImportHooks,
): Promise<ImportOutcome> {
  const items = readSirene(createReadStream(path, { signal }), { fileName: basename(path), signal });
  const report = await applySirene(db, items, { dryRun, onProgress });
  for (const problem of report.problems) onRow({ ...problem, refused: true });
  if (report.problems.length > 0) return { accepted: false, lines: ['Rien n’a été écrit.'] };
  return {
    accepted: true,
    lines: [
      `Unités légales lues : ${report.units} ; organisations retrouvées : ${report.matches.length}.`,
      `Catégories juridiques ${dryRun ? 'qui seraient écrites' : 'écrites'} : ${report.filled}.`,
      ...report.disagreements.map(
        ({ line, organizationId, ours, theirs, code }) =>
          `  ligne ${line} : ${organizationId} a la catégorie ${ours}, le répertoire dit ${theirs} [${code}]`,
      ),
    ],
  };
}

async function importMovementsFile(
  db: EntityManager,
  { path, dryRun }: ImportRequest,
  { onProgress, onRow, signal }: ImportHooks,
): Promise<ImportOutcome> {
  const source = createReadStream(path, { signal });
  try {
    const { bytes } = await unpack(source, basename(path), { bytes: 0, lines: 0 }, signal);
    const report = await importMovements(db, bytes, { dryRun, onProgress });
    for (const problem of report.problems) onRow({ ...problem, refused: true });
    for (const warning of report.warnings) onRow({ ...warning, refused: false });
    if (report.problems.length > 0) return { accepted: false, lines: ['Rien n’a été écrit.'] };
    if (report.alreadyImported)
      return { accepted: true, lines: ['Ce fichier est déjà celui qui est chargé.'] };
    const { inserted, changed, deleted } = report.movements;
    return {
      accepted: true,
      lines: [
        `Lignes lues : ${report.lines}, dont répétées : ${report.repeated}.`,
        `Mouvements ${dryRun ? 'qui seraient ajoutés' : 'ajoutés'} : ${inserted} ; modifiés : ${changed} ; retirés : ${deleted}.`,
        `Anciennes communes : ${report.formerCommunes} ; codes qui mènent à un territoire : ${report.codes}.`,
      ],
    };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    onRow({ ...error.problem, refused: true });
    return { accepted: false, lines: ['Rien n’a été écrit.'] };
  } finally {
    source.destroy();
  }
}
