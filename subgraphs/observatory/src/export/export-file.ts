import { createHash } from 'node:crypto';
import { NotFoundError, type Problem, problem } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { ExportHead, ExportRow } from '../format/export-row.ts';
import type { FormatWriter } from '../format/format-writer.ts';
import { FORMATS_VERSION } from '../format/formats.ts';
import { resolveCodes } from '../territory/resolve-codes.ts';
import type { CheckedExport } from './check-export.ts';
import { type DatasetState, datasetState } from './dataset-state.queries.ts';
import { exportHead } from './export-head.queries.ts';
import { canonicalQuery, type ExportQuery } from './export-query.ts';
import { exportRows } from './export-rows.queries.ts';
import { writerOf } from './export-writer.ts';

/** A file that can be made: everything about it but its bytes. */
export type PlannedFile = {
  readonly query: ExportQuery;
  /** The canonical address. */
  readonly address: string;
  readonly state: DatasetState;
  readonly writer: FormatWriter;
  /** Strong entity tag, without quotes: another one as soon as a byte may differ. */
  readonly tag: string;
  readonly fileName: string;
};

const NOTHING_PUBLISHED = '1970-01-01T00:00:00.000Z';

/** Plans the file of a query that is well formed. Old codes of territories become those of today. */
export async function planFile(
  db: EntityManager,
  checked: CheckedExport,
): Promise<PlannedFile | { unknown: 'dataset' } | { problems: Problem[] }> {
  const [state, found] = await Promise.all([
    datasetState(db, checked.datasetCode, checked.asOf),
    resolveCodes(db, checked.territories ?? [], null),
  ]);
  if (state === null) return { unknown: 'dataset' };
  const lost = [...found].flatMap(([code, resolved]) => (resolved === null ? [code] : []));
  if (lost.length > 0) {
    const named = lost.slice(0, 10).join(', ');
    return { problems: [problem('TERRITORY_UNKNOWN', `Territoires inconnus : ${named}.`, ['territories'])] };
  }
  const query: ExportQuery = {
    ...checked,
    territories: checked.territories?.map((code) => found.get(code)?.id ?? code) ?? null,
    asOf: state.asOf ?? checked.asOf ?? NOTHING_PUBLISHED,
  };
  const address = canonicalQuery(query);
  const writer = writerOf(query);
  const tag = createHash('sha256').update(`${FORMATS_VERSION}\n${address}\n${state.tag}`).digest('hex');
  return { query, address, state, writer, tag, fileName: `${query.datasetCode}.${writer.extension}` };
}

/** The dataset changed while its file was made: what was already written is not to be used. */
export class DatasetChanged extends Error {
  override name = 'DatasetChanged';
}

/**
 * The bytes of a planned file. Throws DatasetChanged at the end when the dataset changed meanwhile, `FormatRefused` when
 * the format cannot hold it.
 */
export async function writeFile(
  db: EntityManager,
  plan: PlannedFile,
  signal?: AbortSignal,
): Promise<{ head: ExportHead; bytes: AsyncIterable<Uint8Array>; refusal: string | null }> {
  const { query, address, state, writer } = plan;
  const head: ExportHead = {
    ...(await exportHead(db, query)),
    datasetCode: state.code,
    title: state.title,
    licence: state.licence,
    producer: state.producer,
    query: address,
    asOf: query.asOf,
  };
  const rows = unchanged(db, plan, exportRows(db, query, signal));
  return { head, bytes: writer.write(head, rows), refusal: writer.refusal(head) };
}

async function* unchanged(
  db: EntityManager,
  { state, query }: PlannedFile,
  rows: AsyncIterable<ExportRow>,
): AsyncGenerator<ExportRow> {
  yield* rows;
  const now = await datasetState(db, state.code, query.asOf);
  if (now?.tag !== state.tag) throw new DatasetChanged();
}

export function unknownDataset(path: readonly string[]): NotFoundError {
  return Object.assign(new NotFoundError(), {
    code: 'NOT_FOUND',
    message: 'Ce jeu de données n’existe pas.',
    path,
  });
}
