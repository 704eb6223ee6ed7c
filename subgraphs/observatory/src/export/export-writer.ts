import { CSV_EXCEL_FR } from '../format/csv.ts';
import type { FormatWriter } from '../format/format-writer.ts';
import { FORMATS } from '../format/formats.ts';
import type { AskedExport } from './check-export.ts';
import { readAddress } from './read-address.ts';

/** What writes a file of this format and dialect. */
export function writerOf({ format, dialect }: Pick<AskedExport, 'format' | 'dialect'>): FormatWriter {
  return dialect === 'EXCEL_FR' ? CSV_EXCEL_FR : FORMATS[format];
}

/** A canonical address that was stored, read again. Throws TypeError when it is none. */
export function storedExport(address: string): AskedExport {
  const url = new URL(address, 'http://localhost');
  const read = readAddress(url.pathname.replace('/datasets/', ''), url.searchParams);
  if (read === null || read.problems.length > 0) throw new TypeError('The stored query of an export is none');
  return read.asked;
}
