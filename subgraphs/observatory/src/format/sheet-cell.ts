import type { Cell } from './columns.ts';
import { xmlText } from './spreadsheet-xml.ts';
import type { StringPool } from './string-pool.ts';

/** A cell at its address, '' for an empty one. */
export function cellXml(address: string, cell: Cell, style: number, pool: StringPool): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${address}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  const shared = pool.indexOf(cell);
  return shared === null
    ? `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`
    : `<c r="${address}" s="${style}" t="s"><v>${shared}</v></c>`;
}
