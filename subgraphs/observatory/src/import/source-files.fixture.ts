import { Readable } from 'node:stream';
import type { FileLayout } from './file-layouts.ts';
import { readFile } from './read-file.ts';
import type { ReadItem, RowProblem, SourceCell } from './source-cell.ts';

/** A file of FLORES (A17) in the form of the INSEE; figures invented. */
export const FLORES = `"GEO";"GEO_OBJECT";"ACTIVITY";"NUMBER_EMPL";"LEGAL_FORM_WITH_PUBLIC";"FLORES_MEASURE";"OBS_STATUS";"TIME_PERIOD";"OBS_VALUE"
"92050";"COM";"_T";"_T";"1T9X7";"UNIT_LOC";"A";"2023";"3210"
"92050";"COM";"OQ";"_T";"1T9X7";"EMPL3112";"A";"2023";"12045"
"92047";"COM";"OQ";"_T";"1T9X7";"EMPL3112";"K";"2023";""
"92047";"COM";"AZ";"E1T4";"1T9X7";"UNIT_LOC";"A";"2023";"0"
"92";"DEP";"_T";"_T";"1T9X7";"EMPL3112";"W";"2023";"987654"
"1101";"ZE2020";"_T";"_T";"1T9X7";"EMPL3112";"A";"2023";"55"
"F";"FRANCE";"_T";"_T";"1T9X7";"EMPL3112";"A";"2023";"27000000"
`;

/** A file of the Urssaf, private sector by commune and activity, in its form; figures invented. */
export const URSSAF_WIDE = `region;departement;commune;grand_secteur_d_activite;secteur_na17;secteur_na88;ape;code_region;code_departement;code_commune;code_ape;nombre_d_etablissements_2022;effectifs_salaries_2022;nombre_d_etablissements_2023;effectifs_salaries_2023
Île-de-France;Hauts-de-Seine;Nanterre;GS5;OQ Santé;88 Action sociale;8899B Action sociale;11;92;92050;8899B;4;120;5;131
Île-de-France;Hauts-de-Seine;Nanterre;GS5;OQ Santé;88 Action sociale;8891A Accueil;11;92;92050;8891A;2;40;;
Île-de-France;Hauts-de-Seine;Antony;GS5;OQ Santé;85 Enseignement;8559B Formation;11;92;92002;8559B;1;s;1;
`;

/** Families of the ESS by region, as the Urssaf gives them with labels for columns; figures invented. */
export const URSSAF_ESS = `Région;(Champ ESS)?;Famille ESS;Secteur NA88;Année;Code région;Nombre d'établissements;Effectifs salariés moyens;Masse salariale
Île-de-France;Oui;Associations;88 Action sociale sans hébergement;2022;11;1200,5;30500,25;812345678,9
Île-de-France;Oui;Coopératives;05-06 Extraction;2022;11;2;10;400000
Île-de-France;Non;Hors ESS;88 Action sociale sans hébergement;2022;11;800;9000;250000000
`;

/** The form of producers, with its columns in French. */
export const CELLS = `indicateur;territoire;periode;famille;secteur_a17;valeur;statut;unites;plus_grand
ESS_JOBS;COM:92050;2023;Associations;;1 234;;12;400
ESS_JOBS;92002;2023;COOPERATIVE;OQ;;secret;;
ESS_PAYROLL;DEP:92;2023;;;1234,56;provisoire;;
ESS_FTE;EPT:200057982;;;;987,5;;;
ESS_ESTABLISHMENTS;COM:92047;2023;;;;manquant;;
ESS_ESTABLISHMENTS;REG:11;2023;;;0;;0;
`;

export type Reading = { cells: SourceCell[]; problems: RowProblem[]; aside: RowProblem[]; lines: number };

/** All that a file gives, from its text or its bytes, which come by small pieces. */
export async function reading(
  file: string | Buffer,
  {
    layout,
    fileName = 'fichier.csv',
    piece = 7,
  }: { layout?: FileLayout; fileName?: string; piece?: number } = {},
): Promise<Reading> {
  const bytes = Buffer.from(file);
  const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, index) =>
    bytes.subarray(index * piece, (index + 1) * piece),
  );
  const items: ReadItem[] = [];
  const source = Readable.from(pieces, { objectMode: true });
  for await (const item of readFile(source, { fileName, ...(layout && { layout }) })) items.push(item);
  return {
    cells: items.flatMap((item) => (item.kind === 'cell' ? [item.cell] : [])),
    problems: items.flatMap((item) => (item.kind === 'problem' ? [item.problem] : [])),
    aside: items.flatMap((item) => (item.kind === 'quarantined' ? [item.problem] : [])),
    lines: Math.max(0, ...items.flatMap((item) => (item.kind === 'progress' ? [item.lines] : []))),
  };
}

/** A cell in one line: what it is of, then its value or its status, and its contributors. */
export function told({
  line,
  indicator,
  territory,
  period,
  breakdown,
  value,
  status,
  units,
  largest,
}: SourceCell) {
  const of = [indicator, territory, period ?? '-', breakdown || 'total'].join(' ');
  const contributors = units === null && largest === null ? '' : ` (${units}, ${largest})`;
  return `${line} ${of} = ${value ?? status}${value !== null && status !== 'NORMAL' ? ` ${status}` : ''}${contributors}`;
}

/** Where and why, of each problem. */
export function places(problems: readonly RowProblem[]): string[] {
  return problems.map(({ line, column, code, raw }) => [line, column ?? '-', code, raw ?? '-'].join(' '));
}
