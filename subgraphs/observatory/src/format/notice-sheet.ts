import { COLUMNS } from './columns.ts';
import type { ExportHead } from './export-row.ts';
import { cellXml } from './sheet-cell.ts';
import { MAIN, STYLE, XML } from './spreadsheet-xml.ts';
import { STATUS_WORDS } from './status-words.ts';
import type { StringPool } from './string-pool.ts';

/** The sheet that says what the other one holds. */
export function noticeSheet(head: ExportHead, pool: StringPool): string {
  const rows = noticeRows(head).map(([left, right], index) => {
    const place = index + 1;
    const heading = right === null;
    return `<row r="${place}">${cellXml(`A${place}`, left, heading ? STYLE.heading : STYLE.wrapped, pool)}${cellXml(`B${place}`, right, STYLE.wrapped, pool)}</row>`;
  });
  return `${XML}<worksheet xmlns="${MAIN}"><cols><col min="1" max="1" width="26" customWidth="1"/><col min="2" max="2" width="100" customWidth="1"/></cols><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

function noticeRows({
  title,
  producer,
  licence,
  query,
  asOf,
  datasetCode,
  rowCount,
}: ExportHead): [string, string | null][] {
  return [
    [title, null],
    ['Jeu de données', datasetCode],
    ['Producteur', producer],
    ['Licence', licence],
    ['Valeurs en vigueur le', asOf],
    ['Lignes', `${rowCount}`],
    ['Requête', query],
    ['Citer', 'Reprenez la colonne « source » de chaque valeur que vous publiez, avec la date ci-dessus.'],
    ['Statuts', null],
    ...Object.entries(STATUS_WORDS).map(([code, words]): [string, string] => [code, words]),
    ['Colonnes', null],
    ...COLUMNS.map(({ name, label, description }): [string, string] => [name, `${label}. ${description}`]),
  ];
}
