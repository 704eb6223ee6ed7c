import type { IndicatorCode } from '../indicator/indicator.code.ts';

export const SOURCE_STATUSES = [
  'NORMAL',
  'PROVISIONAL',
  'ESTIMATED',
  'BREAK',
  'NOT_APPLICABLE',
  'MISSING',
  'SUPPRESSED_PRODUCER',
] as const;
export type SourceStatus = (typeof SOURCE_STATUSES)[number];

/** What a line of a file says of one cell. */
export type SourceCell = {
  /** Physical line of the file, the first being 1. */
  line: number;
  indicator: IndicatorCode;
  /** Id of a territory as the file writes it; whether it exists is not judged. */
  territory: string;
  period: number | null;
  breakdown: string;
  /** In the unit of the indicator, money in cents; null when hidden, missing or not applicable. */
  value: number | null;
  status: SourceStatus;
  /** Contributors, null when the file does not say. */
  units: number | null;
  /** Value of the largest contributor, null when the file does not say. */
  largest: number | null;
};

export type RowProblem = {
  line: number;
  /** The column as the file names it, null when the whole line is concerned. */
  column: string | null;
  code: string;
  /** In French. */
  message: string;
  /** What the file writes, 80 characters at most; never a value that should have been hidden. */
  raw: string | null;
};

/**
 * What a line gives that is kept nowhere: a problem, which keeps the file from being published, or a line put aside
 * because nothing of it is kept here, which is counted and reported.
 */
export type Aside = { kind: 'problem' | 'quarantined'; problem: RowProblem };

/** How far a reading is: bytes of the file as it was given, lines. */
export type ReadingProgress = { kind: 'progress'; bytes: number; lines: number };

/** What the reader of a statistical file yields. */
export type ReadItem = { kind: 'cell'; cell: SourceCell } | Aside | ReadingProgress;
