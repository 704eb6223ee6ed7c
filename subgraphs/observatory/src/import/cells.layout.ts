import { breakdownOf, type DimensionCodes } from '../cube/breakdown.ts';
import { type DimensionCode, dimensionOf, isDimensionValue } from '../cube/dimension.catalogue.ts';
import { sectorOf } from '../cube/sector.catalogue.ts';
import { type IndicatorCode, isAdditive, isIndicatorCode } from '../indicator/indicator.code.ts';
import { readCellValue } from './cell-value.ts';
import { foldedName } from './column-name.rules.ts';
import { type Column, type Header, type Places, placesOf } from './header.ts';
import type { Layout, RowReader } from './layout.ts';
import type { RowProblem } from './source-cell.ts';
import type { SourceRow } from './source-row.ts';
import { prefixOfLevel, territoryOfCode, territoryOfText } from './territory-code.rules.ts';

const COLUMNS = {
  indicator: { names: ['indicator', 'indicateur'], required: true },
  territory: { names: ['territory', 'territoire', 'code_territoire'], required: true },
  level: { names: ['level', 'niveau', 'echelon'] },
  period: { names: ['period', 'periode', 'annee'] },
  ESS_FAMILY: { names: ['ess_family', 'famille', 'famille_ess'] },
  SECTOR_A17: { names: ['sector_a17', 'secteur_a17', 'a17'] },
  SECTOR_A88: { names: ['sector_a88', 'secteur_a88', 'a88'] },
  SIZE_CLASS: { names: ['size_class', 'taille', 'tranche_d_effectif'] },
  LEGAL_CATEGORY: { names: ['legal_category', 'categorie_juridique'] },
  value: { names: ['value', 'valeur'], required: true },
  status: { names: ['status', 'statut'] },
  units: { names: ['units', 'unites'] },
  largest: { names: ['largest', 'plus_grand', 'plus_grand_contributeur'] },
} satisfies Record<string, Column>;
export type CellColumn = keyof typeof COLUMNS;

/** How a file names a column of cells; in French where it has no such column. */
export function nameInFile(header: Header | null, column: CellColumn): string {
  const names: readonly string[] = COLUMNS[column].names;
  const at = header?.names.findIndex((name) => names.includes(name)) ?? -1;
  return header?.written[at] ?? names[1] ?? column;
}

export function isCellColumn(text: string): text is CellColumn {
  return Object.hasOwn(COLUMNS, text);
}

/** The generic file of a producer: a line for each cell (docs/import.md). */
export const cellsLayout: Layout = {
  recognises: ({ names }) =>
    [COLUMNS.indicator, COLUMNS.territory].every((column) =>
      column.names.some((name) => names.includes(name)),
    ),

  open(header, { elsewhere }): RowReader | RowProblem[] {
    const { places: at, problems } = placesOf(header, COLUMNS, () => false);
    if (problems.length > 0) return problems;
    return {
      read(row) {
        const indicator = readIndicator(row, at.indicator);
        const territory = readTerritory(row, at);
        if (territory !== null && elsewhere.has(territory)) return row.elsewhere(at.territory);
        const period = row.year(at.period);
        const breakdown = breakdownOf(readDetail(row, at));
        const value = readCellValue(row, at, indicator);
        if (row.problems.length > 0 || indicator === null || territory === null) return row.refusals();
        return [
          { kind: 'cell', cell: { line: row.line, indicator, territory, period, breakdown, ...value } },
        ];
      },
    };
  },
};

function readIndicator(row: SourceRow, column: number): IndicatorCode | null {
  const code = row.text(column).toUpperCase();
  if (!isIndicatorCode(code)) {
    row.refuse(column, 'INDICATOR_UNKNOWN', 'Cet indicateur n’existe pas.');
    return null;
  }
  if (isAdditive(code)) return code;
  row.refuse(
    column,
    'INDICATOR_COMPUTED',
    'Cet indicateur est calculé à la publication : donnez les effectifs dont il vient, non sa valeur.',
  );
  return null;
}

function readTerritory(row: SourceRow, at: Places<CellColumn>): string | null {
  const text = row.text(at.territory);
  const level = row.text(at.level);
  if (level === '' || text.includes(':')) {
    const id = territoryOfText(text);
    if (id === null) {
      row.refuse(
        at.territory,
        'TERRITORY_MALFORMED',
        'Un territoire s’écrit par son identifiant (COM:92050, EPT:200057982, DEP:92, REG:11), par le code d’une commune, ou par un code et son échelon.',
      );
    }
    return id;
  }
  const prefix = prefixOfLevel(foldedName(level));
  if (prefix === null) {
    row.refuse(
      at.level,
      'LEVEL_UNKNOWN',
      'Cet échelon n’est pas connu : commune, EPT, EPCI, département ou région.',
    );
    return null;
  }
  const id = territoryOfCode(prefix, text);
  if (id === null) {
    row.refuse(
      at.territory,
      'TERRITORY_MALFORMED',
      'Ce code n’est pas celui d’un territoire de cet échelon.',
    );
  }
  return id;
}

const DIMENSIONS = ['ESS_FAMILY', 'LEGAL_CATEGORY', 'SECTOR_A17', 'SECTOR_A88', 'SIZE_CLASS'] as const;

function readDetail(row: SourceRow, at: Places<CellColumn>): DimensionCodes {
  const codes: DimensionCodes = {};
  for (const dimension of DIMENSIONS) {
    const text = row.text(at[dimension]);
    if (text === '' || text === '_T') continue;
    const code = codeOf(dimension, text);
    if (code === null) {
      row.refuse(at[dimension], 'CODE_UNKNOWN', `« ${dimensionOf(dimension).label} » n’a pas ce code.`);
    } else {
      codes[dimension] = code;
    }
  }
  if (codes.SECTOR_A88 !== undefined && codes.SECTOR_A17 !== undefined) {
    const own = sectorOf(codes.SECTOR_A88) === codes.SECTOR_A17;
    const message = own
      ? 'La division (A88) dit déjà le secteur (A17) : laissez l’une des deux colonnes vide.'
      : 'Cette division (A88) n’est pas de ce secteur (A17).';
    row.refuse(at.SECTOR_A88, 'TWO_SECTORS', message);
  }
  return codes;
}

/** A code, or the label that the catalogue gives it, whatever their case and accents. */
function codeOf(dimension: DimensionCode, text: string): string | null {
  const upper = text.toUpperCase();
  if (isDimensionValue(dimension, upper)) return upper;
  const folded = foldedName(text);
  const singular = folded.replace(/s$/, '');
  for (const [code, label] of dimensionOf(dimension).values) {
    const known = foldedName(label);
    if (known === folded || known.replace(/s$/, '') === singular) return code;
  }
  return null;
}
