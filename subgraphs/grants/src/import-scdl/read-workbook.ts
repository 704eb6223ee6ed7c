import readXlsx from 'read-excel-file/node';
import { type ReadFile, readTable } from './read-grant-file.ts';
import { unpacksWithin } from './unpacked-size.ts';

const MOST_UNPACKED = 256 * 1024 * 1024;

/** Reads the first sheet of an XLSX workbook as a table of grants. */
export async function readWorkbook(bytes: Buffer): Promise<ReadFile> {
  if (!unpacksWithin(bytes, MOST_UNPACKED)) {
    return { refusal: 'TOO_LARGE', message: 'Le classeur dépasse 256 Mio une fois décompressé.' };
  }
  let sheets: { data: unknown[][] }[];
  try {
    sheets = await readXlsx(bytes);
  } catch {
    return { refusal: 'NOT_XLSX', message: 'Le fichier n’est pas un classeur XLSX.' };
  }
  const rows = sheets[0]?.data ?? [];
  return readTable(rows.map((row, rank) => ({ line: rank + 1, cells: row.map(written) })));
}

function written(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : `${cell}`;
}
