import { slugify } from '@graphess/identifiers';
import type { Reader } from '@graphess/secrecy';
import { appendToJournal } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { refreshHeadcountShields } from '../headcount/refresh-headcount-shields.ts';
import { type CellColumn, isCellColumn } from '../import/cells.layout.ts';
import type { ReadItem, RowProblem } from '../import/source-cell.ts';
import { hidePrintedFigures } from '../observation/hide-printed-figures.ts';
import { checkStaged } from './check-staged.ts';
import { completeSums } from './complete-sums.ts';
import { deriveIndicators } from './derive-indicators.ts';
import type { DisclosureAudit } from './disclosure-audit.entity.ts';
import { geographies } from './geography-on.queries.ts';
import { hideCells } from './hide-cells.ts';
import { hideWhatFollows } from './hide-what-follows.ts';
import { markBreaks } from './mark-breaks.ts';
import { addUpLines, groupsCounted, groupsOf } from './publication-tables.queries.ts';
import {
  instantOfPublication,
  lockDataset,
  lockSecrets,
  publishable,
} from './publishable-dataset.queries.ts';
import { type Problems, type Quarantined, stageItems } from './stage-items.ts';
import { createStagingTables } from './staging-tables.ts';
import { type Counts, writeCells } from './write-cells.ts';
import { writeDownTrial } from './write-down-trial.ts';
import { writeDisclosureAudit, writeVintage } from './write-vintage.ts';

export type PublicationStage = 'READING' | 'CHECKING' | 'PROTECTING' | 'WRITING';
/** How far a publication is. `done` and `total` count tables while it checks and protects, bytes while it reads. */
export type PublicationProgress = {
  stage: PublicationStage;
  done: number;
  total: number | null;
  lines: number;
};

export type PublicationActor = { kind: string; subject: string | null; requestId: string };

export type PublishFileRequest = {
  readonly datasetCode: string;
  readonly label: string;
  /** Day of the geography that the file is written in: `2024-01-01`. */
  readonly geographyDate: string;
  readonly items: AsyncIterable<ReadItem>;
  /** SHA-256 of the file, asked once it has been read. */
  readonly fileHash: () => string;
  /** Whether equal cells of the file add up, asked once it has been read; an error otherwise. */
  readonly aggregates?: () => boolean;
  /** How the file names a column of cells, asked once it has been read; as we do otherwise. */
  readonly columnName?: (column: CellColumn) => string;
  /** Does all of it, then undoes it: the counts are those of the real thing. */
  readonly dryRun: boolean;
  readonly reason?: string | null;
  readonly onProgress?: (progress: PublicationProgress) => void;
  readonly actor: PublicationActor;
  readonly now: Date;
  readonly reader?: Reader;
  /** How long the design of what to hide may take for one indicator and one year. Safety does not depend on it. */
  readonly budgetMs?: number;
  readonly signal?: AbortSignal | undefined;
  /** Called in the transaction of a vintage that is published: what it writes is kept with it, or not at all. */
  readonly onPublished?: (tx: EntityManager, result: PublishFileResult) => Promise<void>;
};

export type PublishFileResult =
  | ({
      kind: 'PUBLISHED';
      vintageId: string | null;
      disclosure: DisclosureAudit;
      quarantined: Quarantined[];
    } & Counts)
  | { kind: 'REJECTED'; problems: RowProblem[]; problemCount: number; quarantined: Quarantined[] }
  | { kind: 'CONFLICT'; message: string }
  | { kind: 'UNKNOWN_DATASET' };

const BUDGET_MS = 10_000;

/** Carries a result out of a transaction that must leave nothing. */
class Undone extends Error {
  readonly result: PublishFileResult;

  constructor(result: PublishFileResult) {
    super('A publication that leaves nothing');
    this.result = result;
  }
}

/**
 * Publishes a file as a vintage of a dataset, or tells why not; nothing is ever half published. `db` wants a connection
 * that may take minutes. One publication of a dataset is written at a time.
 */
export async function publishFile(
  db: EntityManager,
  request: PublishFileRequest,
): Promise<PublishFileResult> {
  try {
    return await db.transaction(async (tx) => {
      const result = await publish(tx, request);
      if (result.kind === 'PUBLISHED' && !request.dryRun) {
        await request.onPublished?.(tx, result);
        return result;
      }
      throw new Undone(result.kind === 'PUBLISHED' ? { ...result, vintageId: null } : result);
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
    await writeDownTrial(db, request, error.result);
    return error.result;
  }
}

async function publish(tx: EntityManager, request: PublishFileRequest): Promise<PublishFileResult> {
  const { datasetCode, label, geographyDate, now, signal, reader = 'NON_NEGATIVE' } = request;
  await tx.query(
    'SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0',
  );
  const dataset = await publishable(tx, datasetCode);
  if (dataset === null) return { kind: 'UNKNOWN_DATASET' };
  const tell = (stage: PublicationStage, done = 0, total: number | null = null, lines = 0) =>
    request.onProgress?.({ stage, done, total, lines });

  await createStagingTables(tx);
  const { problems, quarantined, cells } = await stageItems(
    tx,
    request.items,
    ({ bytes, lines }) => tell('READING', bytes, null, lines),
    signal,
  );
  const rejected = () => rejection(problems, quarantined, request.columnName);
  if (cells === 0 && problems.count === 0) return emptyFile(quarantined);
  const aggregates = request.aggregates?.() ?? false;
  await checkStaged(tx, { geographyDate, now, aggregates }, problems);
  if (problems.count > 0) return rejected();

  await lockDataset(tx, datasetCode);
  const conflict = await conflictOf(tx, datasetCode, label, request.fileHash());
  if (conflict !== null) return { kind: 'CONFLICT', message: conflict };
  await addUpLines(tx, datasetCode);
  const groups = await groupsOf(tx);
  const geographyOf = await geographies(tx);
  const geography = await geographyOf(geographyDate);
  for (const [done, group] of groups.entries()) {
    signal?.throwIfAborted();
    tell('CHECKING', done, groups.length);
    await completeSums(tx, datasetCode, group, geography, problems);
  }
  if (problems.count > 0) return rejected();

  await lockSecrets(tx);
  await markBreaks(tx, datasetCode, geographyDate);
  let gap: number | null = null;
  const { budgetMs = BUDGET_MS } = request;
  const judged = [...groups, ...(await groupsCounted(tx, datasetCode))];
  for (const [done, group] of judged.entries()) {
    signal?.throwIfAborted();
    tell('PROTECTING', done, judged.length);
    const how = { dataset: datasetCode, reader, budgetMs, signal, geographyOf, geographyDate };
    const { cost, bound, problems: found } = await hideCells(tx, group, how);
    for (const problem of found) problems.add(problem);
    if (cost > 0) gap = Math.max(gap ?? 0, (cost - bound) / cost);
  }
  if (problems.count > 0) return rejected();

  tell('WRITING');
  const vintageId = `DS:${datasetCode}/${slugify(label)}`;
  const sourceId = vintageId;
  const at = await instantOfPublication(tx, datasetCode, now);
  await deriveIndicators(tx, { dataset: datasetCode, vintageId, geography });
  await hideWhatFollows(tx);
  const reason = request.reason ?? null;
  const fileSha256 = request.fileHash();
  await writeVintage(tx, dataset, { id: vintageId, label, geographyDate, fileSha256, reason, at, sourceId });
  const { isDemonstration } = dataset;
  const counts = await writeCells(tx, {
    dataset: datasetCode,
    isDemonstration,
    vintageId,
    sourceId,
    at,
    reason,
  });
  await hidePrintedFigures(tx, at);
  const disclosure = await writeDisclosureAudit(tx, { vintageId, at, gap, reader });
  await refreshHeadcountShields(tx);
  await appendToJournal(tx, {
    action: 'VINTAGE_PUBLISHED',
    actorKind: request.actor.kind,
    actor: request.actor.subject,
    target: vintageId,
    requestId: request.actor.requestId,
    details: { ...counts, file: fileSha256 },
  });
  return { kind: 'PUBLISHED', vintageId, disclosure, quarantined, ...counts };
}

function rejection(
  { kept, count }: Problems,
  quarantined: Quarantined[],
  nameOf: PublishFileRequest['columnName'] = (column) => column,
): PublishFileResult {
  const problems = kept.map(({ column, ...problem }) => ({
    ...problem,
    column: column !== null && isCellColumn(column) ? nameOf(column) : column,
  }));
  return {
    kind: 'REJECTED',
    problems: problems.toSorted((a, b) => a.line - b.line),
    problemCount: count,
    quarantined,
  };
}

function emptyFile(quarantined: Quarantined[]): PublishFileResult {
  const message = 'Le fichier ne contient aucune cellule à publier.';
  const problem: RowProblem = { line: 1, column: null, code: 'NOTHING_TO_PUBLISH', message, raw: null };
  return { kind: 'REJECTED', problems: [problem], problemCount: 1, quarantined };
}

async function conflictOf(
  tx: EntityManager,
  dataset: string,
  label: string,
  sha256: string,
): Promise<string | null> {
  const id = `DS:${dataset}/${slugify(label)}`;
  const rows: { label: string; same: boolean }[] = await tx.query(
    `SELECT label, id = $2 OR label = $3 AS same FROM vintage
      WHERE dataset_code = $1 AND (id = $2 OR label = $3 OR (file_sha256 = $4 AND withdrawn_at IS NULL))
      ORDER BY same`,
    [dataset, id, label, sha256],
  );
  const found = rows[0];
  if (found === undefined) return null;
  return found.same
    ? `Le millésime « ${found.label} » existe déjà : donnez un autre nom.`
    : `Ce fichier est déjà publié, dans le millésime « ${found.label} ».`;
}
