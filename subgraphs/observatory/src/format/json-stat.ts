import { indicatorOf } from '../indicator/indicator.catalogue.ts';
import { batchesOf, encoded } from './batches.ts';
import { exactly } from './columns.ts';
import { type Axis, axesOf, cellsOf, positionReader } from './cube-axes.ts';
import { detailReader } from './detail.ts';
import type { ExportHead, ExportRow } from './export-row.ts';
import { FormatRefused, type FormatWriter } from './format-writer.ts';
import { StatusTape } from './status-tape.ts';
import { FILE_STATUSES, fileStatus, hasValue, STATUS_WORDS } from './status-words.ts';

const ROWS_AT_ONCE = 2_000;
/** Readers unfold the whole cube, empty cells included. */
const LARGEST_CUBE = 10_000_000;

/**
 * JSON-stat 2.0 (https://json-stat.org/full/): a dataset whose values and statuses are told by position. A position that
 * neither tells is not in the dataset; one whose value is null is hidden, missing or not applicable: its status says which.
 */
export const JSON_STAT: FormatWriter = {
  extension: 'json-stat',
  mediaType: 'application/json; charset=utf-8',
  refusal,
  write: (head, rows) => cubeOf(head, rows),
};

function refusal(head: ExportHead): string | null {
  const cells = cellsOf(axesOf(head));
  return cells <= LARGEST_CUBE
    ? null
    : `Le cube JSON-stat aurait ${spaced(cells)} cases, au plus ${spaced(LARGEST_CUBE)} : demandez moins de dimensions, ou un autre format.`;
}

async function* cubeOf(head: ExportHead, rows: AsyncIterable<ExportRow>): AsyncGenerator<Uint8Array> {
  const refused = refusal(head);
  if (refused !== null) throw new FormatRefused(refused);
  const axes = axesOf(head);
  const detailOf = detailReader();
  const positionOf = positionReader(axes);
  const statuses = new StatusTape();
  const sources = new Set<string>();
  let separator = '';
  yield encoded(`${openingOf(head, axes)},"value":{`);
  for await (const batch of batchesOf(rows, ROWS_AT_ONCE)) {
    const members: string[] = [];
    for (const row of batch) {
      const status = fileStatus(row.status);
      const position = positionOf(row, detailOf(row.breakdown));
      const value = hasValue(status) ? exactly(row.value) : null;
      statuses.add(position, FILE_STATUSES.indexOf(status));
      if (sources.size < LISTED_SOURCES) sources.add(row.source);
      members.push(`"${position}":${value}`);
    }
    yield encoded(separator + members.join(','));
    separator = ',';
  }
  yield encoded('},"status":{');
  separator = '';
  for (const chunk of statuses.chunks()) {
    if (chunk.length === 0) continue;
    const members = chunk.map(({ position, status }) => `"${position}":"${FILE_STATUSES[status]}"`);
    yield encoded(separator + members.join(','));
    separator = ',';
  }
  yield encoded(`},"extension":${JSON.stringify(extensionOf(head, sources))}}\n`);
}

/** Enough to cite; a file of more sources is cited by its query. */
const LISTED_SOURCES = 1_000;

function openingOf({ title, producer, asOf }: ExportHead, axes: readonly Axis[]): string {
  const opening = {
    version: '2.0',
    class: 'dataset',
    label: title,
    source: producer,
    updated: asOf,
    id: axes.map(({ id }) => id),
    size: axes.map(({ codes }) => codes.length),
    role: { time: ['period'], geo: ['territory'], metric: ['indicator'] },
    dimension: Object.fromEntries(
      axes.map(({ id, label, codes, labels }) => [
        id,
        {
          label,
          category: { index: codes, label: labels, ...(id === 'indicator' && { unit: unitsOf(codes) }) },
        },
      ]),
    ),
  };
  return JSON.stringify(opening).slice(0, -1);
}

const unitsOf = (indicators: readonly string[]) =>
  Object.fromEntries(
    indicators.flatMap((code) => {
      const indicator = indicatorOf(code);
      return indicator === null ? [] : [[code, { decimals: indicator.decimals, label: indicator.unit }]];
    }),
  );

const extensionOf = ({ datasetCode, licence, query, asOf }: ExportHead, sources: ReadonlySet<string>) => ({
  dataset: datasetCode,
  licence,
  query,
  asOf,
  sources: [...sources],
  status: { label: STATUS_WORDS },
});

const spaced = (count: number) => count.toLocaleString('fr-FR');
