import { tableFromIPC } from 'apache-arrow';
import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import JSONstat from 'jsonstat-toolkit';
import { readParquet } from 'parquet-wasm/node';
import readWorkbook from 'read-excel-file/node';

/** A cell as every format must tell it. */
export type ReadCell = { key: string; value: number | null; status: string };

const key = (parts: readonly unknown[]) => parts.map((part) => part ?? '').join(' / ');
const numberOf = (text: string | undefined) =>
  text === undefined || text === '' ? null : Number(text.replace(',', '.'));

export function readCsv(file: Buffer, delimiter: string): Record<string, string>[] {
  return parse(file, { columns: true, delimiter, bom: true, record_delimiter: '\r\n' });
}

export const cellsOfCsv = (file: Buffer, delimiter: string): ReadCell[] =>
  readCsv(file, delimiter).map(({ indicator, breakdown, territory, period, value, status = '' }) => ({
    key: key([indicator, breakdown, territory, period]),
    value: numberOf(value),
    status,
  }));

export function cellsOfSdmx(file: Buffer): ReadCell[] {
  return readCsv(file, ',').map((record) => {
    const { INDICATOR, REF_AREA = '', TIME_PERIOD, OBS_VALUE, STATUS = '' } = record;
    const breakdown = ['ESS_FAMILY', 'LEGAL_CATEGORY', 'SECTOR_A17', 'SECTOR_A88', 'SIZE_CLASS']
      .filter((dimension) => record[dimension] !== '_T')
      .map((dimension) => `${dimension}=${record[dimension]}`)
      .join('|');
    return {
      key: key([INDICATOR, breakdown, REF_AREA.replace('_', ':'), TIME_PERIOD]),
      value: numberOf(OBS_VALUE),
      status: STATUS,
    };
  });
}

export function readLines(file: Buffer): Record<string, unknown>[] {
  return file
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

export const cellsOfObjects = (rows: readonly Record<string, unknown>[]): ReadCell[] =>
  rows.map(({ indicator, breakdown, territory, period, value, status }) => ({
    key: key([indicator, breakdown, territory, period]),
    value: value === null || value === undefined ? null : Number(value),
    status: String(status),
  }));

export async function readSheets(
  file: Buffer,
): Promise<{ sheet: string; rows: Record<string, unknown>[] }[]> {
  const sheets = await readWorkbook(file, { trim: false });
  return sheets.map(({ sheet, data }) => {
    const [names = [], ...rows] = data;
    return {
      sheet,
      rows: rows.map((row) =>
        Object.fromEntries(names.map((name, place) => [String(name), row[place] ?? null])),
      ),
    };
  });
}

export async function cellsOfWorkbook(file: Buffer): Promise<ReadCell[]> {
  const [first] = await readSheets(file);
  return cellsOfObjects(first?.rows ?? []);
}

const bytesOf = (file: Buffer): ArrayBuffer => new Uint8Array(file).buffer;

/** By the library of the house that writes, and by Apache Arrow’s in Rust. */
export const readByHyparquet = (file: Buffer): Promise<Record<string, unknown>[]> =>
  parquetReadObjects({ file: bytesOf(file) });

export function readByArrow(file: Buffer) {
  return tableFromIPC(readParquet(new Uint8Array(file)).intoIPCStream());
}

export const rowsOfArrow = (file: Buffer): Record<string, unknown>[] =>
  readByArrow(file)
    .toArray()
    .map((row) => row.toJSON());

export function cellsOfCube(file: Buffer): ReadCell[] {
  const dataset = JSONstat(JSON.parse(file.toString('utf8')));
  const cells: ReadCell[] = [];
  dataset.toTable({ type: 'arrobj', content: 'id', status: true }, (point: Record<string, unknown>) => {
    const { indicator, territory, period, value, status, ...details } = point;
    if (typeof status === 'string') {
      const breakdown = Object.entries(details)
        .filter(([, code]) => code !== '_T')
        .map(([dimension, code]) => `${dimension.toUpperCase()}=${code}`)
        .sort()
        .join('|');
      cells.push({
        key: key([indicator, breakdown, territory, period === '_U' ? null : period]),
        value: value === null ? null : Number(value),
        status,
      });
    }
    return point;
  });
  return cells;
}
