import { DIMENSION_CODES } from '../cube/dimension.catalogue.ts';
import { indicatorOf } from '../indicator/indicator.catalogue.ts';
import { batchesOf, encoded } from './batches.ts';
import { exactly } from './columns.ts';
import { csvLinesOf } from './csv.ts';
import { TOTAL } from './cube-axes.ts';
import { type Detail, detailReader } from './detail.ts';
import type { ExportRow } from './export-row.ts';
import type { FormatWriter } from './format-writer.ts';
import { withoutFormula } from './formula.rules.ts';
import { type FileStatus, fileStatus, hasValue } from './status-words.ts';

const ROWS_AT_ONCE = 500;
const AGENCY = 'GRAPHESS';
const STRUCTURE_VERSION = '1.0.0';

/**
 * Codes of the cross-domain list CL_OBS_STATUS of SDMX (https://sdmx.org, Content-Oriented Guidelines). It has none for a
 * revised value, which is a normal one: the column STATUS tells them apart.
 */
export const SDMX_STATUS: Readonly<Record<FileStatus, string>> = {
  NORMAL: 'A',
  PROVISIONAL: 'P',
  ESTIMATED: 'E',
  REVISED: 'A',
  BREAK: 'B',
  SUPPRESSED: 'Q',
  NOT_APPLICABLE: 'M',
  MISSING: 'O',
};

const HEADER = [
  'STRUCTURE',
  'STRUCTURE_ID',
  'ACTION',
  'INDICATOR',
  'REF_AREA',
  ...DIMENSION_CODES,
  'TIME_PERIOD',
  'OBS_VALUE',
  'OBS_STATUS',
  'CONF_STATUS',
  'UNIT_MEASURE',
  'DECIMALS',
  'COMMENT_OBS',
  'STATUS',
  'APPROXIMATE',
  'VINTAGE',
  'SOURCE',
];

/** SDMX-CSV 2.0 data message: https://github.com/sdmx-twg/sdmx-csv. */
export const SDMX_CSV: FormatWriter = {
  extension: 'sdmx-csv',
  mediaType: 'application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8',
  refusal: () => null,
  write: (_head, rows) => messageOf(rows),
};

async function* messageOf(rows: AsyncIterable<ExportRow>): AsyncGenerator<Uint8Array> {
  const detailOf = detailReader();
  yield encoded(csvLinesOf([HEADER], ','));
  for await (const batch of batchesOf(rows, ROWS_AT_ONCE)) {
    yield encoded(
      csvLinesOf(
        batch.map((row) => recordOf(row, detailOf(row.breakdown))),
        ',',
      ),
    );
  }
}

function recordOf(row: ExportRow, { codes }: Detail): string[] {
  const status = fileStatus(row.status);
  const value = hasValue(status) ? exactly(row.value) : null;
  const secret = status === 'SUPPRESSED';
  return [
    'dataflow',
    `${AGENCY}:${row.dataset}(${STRUCTURE_VERSION})`,
    'I',
    row.indicator,
    // A colon has no place in an SDMX identifier.
    row.territory.replace(':', '_'),
    ...DIMENSION_CODES.map((dimension) => codes[dimension] ?? TOTAL),
    row.period === null ? '' : `${row.period}`,
    value === null ? '' : `${value}`,
    SDMX_STATUS[status],
    secret ? 'C' : 'F',
    withoutFormula(row.unit),
    `${indicatorOf(row.indicator)?.decimals ?? ''}`,
    secret ? '' : withoutFormula(row.statement ?? ''),
    status,
    `${row.approximate}`,
    withoutFormula(row.vintage ?? ''),
    withoutFormula(row.source),
  ];
}
