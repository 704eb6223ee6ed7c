import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { EntityManager } from 'typeorm';
import {
  type PublicationProgress,
  type PublishFileResult,
  publishFile,
} from '../publication/publish-file.ts';
import { secrecyReaderOf } from '../publication/secrecy-settings.ts';
import { territoriesElsewhere } from './elsewhere.queries.ts';
import type { FileLayout } from './file-layouts.ts';
import { openReading } from './file-reading.ts';
import type { ImportHooks, ImportOutcome, ImportRequest } from './import-request.ts';
import type { ReadItem, RowProblem } from './source-cell.ts';

export type StatisticsKind = 'flores' | 'urssaf' | 'cells';

const LAYOUTS_OF: Readonly<Record<StatisticsKind, readonly FileLayout[]>> = {
  flores: ['FLORES'],
  urssaf: ['URSSAF_WIDE', 'URSSAF_ESS'],
  cells: ['CELLS'],
};

const STAGES: Readonly<Record<PublicationProgress['stage'], string>> = {
  READING: 'Lecture',
  CHECKING: 'Contrôle des sommes',
  PROTECTING: 'Secret statistique',
  WRITING: 'Écriture',
};

/** Publishes a statistical file of the operator's disk as a vintage. */
export async function publishStatistics(
  db: EntityManager,
  kind: StatisticsKind,
  { path, datasetCode, label, geographyDate, dryRun }: ImportRequest,
  hooks: ImportHooks,
): Promise<ImportOutcome> {
  const { signal, now } = hooks;
  const reading = openReading(createReadStream(path, { signal }), {
    fileName: basename(path),
    layout: LAYOUTS_OF[kind],
    elsewhere: await territoriesElsewhere(db),
    signal,
  });
  const reported = new Set<string>();
  const result = await publishFile(db, {
    datasetCode,
    label,
    geographyDate,
    items: reportRows(reading.items, hooks, reported),
    fileHash: reading.fileHash,
    aggregates: reading.aggregates,
    columnName: reading.columnName,
    dryRun,
    // Whoever runs a program of the platform on its database: the journal names no account of the machine.
    actor: { kind: 'service', subject: 'operator', requestId: randomUUID() },
    now,
    reader: secrecyReaderOf(db),
    signal,
    onProgress: ({ stage, done, total, lines }) =>
      stage === 'READING'
        ? hooks.onProgress({ bytes: done, lines })
        : hooks.onStage(
            `${STAGES[stage]}${total === null ? '' : ` : tableau ${Math.min(done + 1, total)} sur ${total}`}`,
          ),
  });
  if (result.kind === 'REJECTED') {
    for (const problem of result.problems) {
      if (!reported.has(keyOf(problem))) hooks.onRow({ ...problem, refused: true });
    }
  }
  return outcomeOf(result, dryRun, datasetCode);
}

/** What was told while reading is told again by the publication: its keys are kept, as many as the publication keeps. */
const KEPT_KEYS = 2_000;

async function* reportRows(
  items: AsyncIterable<ReadItem>,
  { onRow }: ImportHooks,
  reported: Set<string>,
): AsyncGenerator<ReadItem> {
  for await (const item of items) {
    if (item.kind === 'problem' && reported.size < KEPT_KEYS) reported.add(keyOf(item.problem));
    if (item.kind === 'problem' || item.kind === 'quarantined') {
      onRow({ ...item.problem, refused: item.kind === 'problem' });
    }
    yield item;
  }
}

function keyOf({ line, column, code, raw }: RowProblem): string {
  return JSON.stringify([line, column, code, raw]);
}

const NOTHING = 'Rien n’a été publié.';

function outcomeOf(result: PublishFileResult, dryRun: boolean, datasetCode: string): ImportOutcome {
  switch (result.kind) {
    case 'UNKNOWN_DATASET':
      return {
        accepted: false,
        lines: [`Le jeu de données « ${datasetCode} » n’existe pas, ou ne se publie pas.`],
      };
    case 'CONFLICT':
      return { accepted: false, lines: [result.message, NOTHING] };
    case 'REJECTED':
      return { accepted: false, lines: [`Problèmes : ${result.problemCount}.`, NOTHING] };
    case 'PUBLISHED': {
      const { inserted, revised, deleted, disclosure, vintageId } = result;
      const { cells, published, suppressedPrimary, suppressedSecondary, recoverableCells } = disclosure;
      return {
        accepted: true,
        lines: [
          dryRun
            ? 'Essai : rien n’a été publié. Le fichier aurait donné :'
            : `Millésime ${vintageId} publié :`,
          `  valeurs ajoutées : ${inserted} ; révisées : ${revised} ; retirées : ${deleted} ;`,
          `  cellules : ${cells}, dont publiées : ${published}, masquées pour elles-mêmes : ${suppressedPrimary}, pour en protéger d’autres : ${suppressedSecondary}, que l’on retrouverait : ${recoverableCells}.`,
        ],
      };
    }
  }
}
