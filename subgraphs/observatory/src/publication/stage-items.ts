import type { EntityManager } from 'typeorm';
import type { ReadItem, RowProblem, SourceCell } from '../import/source-cell.ts';

export type Staged = { cells: number; problems: Problems; quarantined: Quarantined[] };
/** How many lines were put aside for one reason, and the first of them. */
export type Quarantined = { code: string; message: string; count: number; firstLine: number };

const BATCH = 5_000;
export const KEPT_PROBLEMS = 1_000;

/** The problems of a file: all counted, the first thousand kept. */
export class Problems {
  readonly kept: RowProblem[] = [];
  count = 0;

  /** `standsFor`: how many problems it is the first of, when the others are not told. */
  add(problem: RowProblem, standsFor = 1): void {
    this.count += standsFor;
    if (this.kept.length < KEPT_PROBLEMS) this.kept.push(problem);
  }
}

/** Reads a file to its end into `staged`, in bounded memory, and collects what is wrong with its lines. */
export async function stageItems(
  tx: EntityManager,
  items: AsyncIterable<ReadItem>,
  onProgress: (progress: { bytes: number; lines: number }) => void,
  signal?: AbortSignal,
): Promise<Staged> {
  const problems = new Problems();
  const quarantined = new Map<string, Quarantined>();
  let batch: SourceCell[] = [];
  let cells = 0;
  for await (const item of items) {
    signal?.throwIfAborted();
    if (item.kind === 'cell') batch.push(item.cell);
    else if (item.kind === 'problem') problems.add(item.problem);
    else if (item.kind === 'progress') onProgress({ bytes: item.bytes, lines: item.lines });
    else {
      const { code, message, line } = item.problem;
      const known = quarantined.get(code) ?? { code, message, count: 0, firstLine: line };
      quarantined.set(code, { ...known, count: known.count + 1 });
    }
    if (batch.length === BATCH) {
      cells += batch.length;
      await insert(tx, batch);
      batch = [];
    }
  }
  if (batch.length > 0) await insert(tx, batch);
  await tx.query('ANALYZE staged');
  return { cells: cells + batch.length, problems, quarantined: [...quarantined.values()] };
}

function insert(tx: EntityManager, cells: readonly SourceCell[]): Promise<unknown> {
  return tx.query(
    `INSERT INTO staged (line, indicator, territory, period, breakdown, value, status, units, largest)
     SELECT * FROM unnest($1::int[], $2::text[], $3::text[], $4::int[], $5::text[], $6::float8[], $7::text[], $8::int[],
                          $9::float8[])`,
    [
      cells.map(({ line }) => line),
      cells.map(({ indicator }) => indicator),
      cells.map(({ territory }) => territory),
      cells.map(({ period }) => period),
      cells.map(({ breakdown }) => breakdown),
      cells.map(({ value }) => value),
      cells.map(({ status }) => status),
      cells.map(({ units }) => units),
      cells.map(({ largest }) => largest),
    ],
  );
}
