import type { RowProblem } from './source-cell.ts';

/** What `npm run import` reads. */
export type ImportKind = 'flores' | 'urssaf' | 'cells' | 'sirene' | 'movements';

export type ImportRequest = {
  readonly kind: ImportKind;
  readonly path: string;
  /** For statistics alone: the dataset, the name of the vintage and the day of its geography. */
  readonly datasetCode: string;
  readonly label: string;
  readonly geographyDate: string;
  readonly dryRun: boolean;
};

/** A line that is refused, which keeps the file from being written, or put aside. */
export type ReportedRow = RowProblem & { readonly refused: boolean };

export type ImportHooks = {
  readonly now: Date;
  readonly signal: AbortSignal;
  /** While the file is read. */
  readonly onProgress: (progress: { bytes: number; lines: number }) => void;
  /** What is done once it is read, in French. */
  readonly onStage: (sentence: string) => void;
  readonly onRow: (row: ReportedRow) => void;
};

export type ImportOutcome = {
  /** False when something of the file is refused: nothing was written. */
  readonly accepted: boolean;
  /** What was done, in French. */
  readonly lines: readonly string[];
};
