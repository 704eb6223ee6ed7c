import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { ReadItem, SourceCell } from '../import/source-cell.ts';
import { type PublishFileRequest, type PublishFileResult, publishFile } from './publish-file.ts';

export const ACTOR = { kind: 'person', subject: 'PERSON:producer-1', requestId: 'test-request' };

/** A line of a file in short: territory, value, and what differs from a plain total of jobs of 2023. */
export type Line = [territory: string, value: number | null, rest?: Partial<SourceCell>];

export function cellsOf(lines: readonly Line[]): SourceCell[] {
  return lines.map(([territory, value, rest], index) => ({
    line: index + 2,
    indicator: 'ESS_JOBS',
    territory,
    period: 2023,
    breakdown: '',
    value,
    status: 'NORMAL',
    units: null,
    largest: null,
    ...rest,
  }));
}

export async function* itemsOf(cells: readonly SourceCell[]): AsyncIterable<ReadItem> {
  for (const cell of cells) yield { kind: 'cell', cell };
}

export const VALLEE_SUD = 'EPT:200057966';

/** The communes of a larger territory, by code. */
export async function communesOf(db: EntityManager, whole: string): Promise<string[]> {
  const members: { id: string }[] = await db.query(
    `SELECT part AS id FROM territory_link WHERE whole = $1 AND part LIKE 'COM:%' ORDER BY part`,
    [whole],
  );
  return members.map(({ id }) => id);
}

let published = 0;

/** Publishes cells as a file of its own in ESS-FLORES, unless told otherwise. */
export function publishCells(
  db: EntityManager,
  cells: readonly SourceCell[],
  request: Partial<PublishFileRequest> = {},
): Promise<PublishFileResult> {
  published += 1;
  const hash = createHash('sha256')
    .update(`${published}${JSON.stringify(cells)}`)
    .digest('hex');
  return publishFile(db, {
    datasetCode: 'ESS-FLORES',
    label: `Essai ${published}`,
    geographyDate: '2024-01-01',
    items: itemsOf(cells),
    fileHash: () => hash,
    dryRun: false,
    actor: ACTOR,
    now: new Date('2026-03-02T10:00:00Z'),
    budgetMs: 2_000,
    ...request,
  });
}

/** What a dataset says today, as stored: `observation id → value status`. */
export async function stored(db: EntityManager, dataset = 'ESS-FLORES'): Promise<Record<string, string>> {
  const rows: { id: string; shown: string }[] = await db.query(
    `SELECT o.id, concat_ws(' ', r.value, r.status, CASE WHEN o.secret_since IS NOT NULL THEN 'secret' END) AS shown
       FROM observation o JOIN observation_revision r ON r.observation_id = o.id AND r.valid_to IS NULL
      WHERE o.dataset_code = $1 ORDER BY o.id`,
    [dataset],
  );
  return Object.fromEntries(rows.map(({ id, shown }) => [id.slice(`OBS:${dataset}/`.length), shown]));
}
