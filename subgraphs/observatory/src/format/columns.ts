import { DIMENSION_CODES, type DimensionCode, dimensionOf } from '../cube/dimension.catalogue.ts';
import { indicatorOf } from '../indicator/indicator.catalogue.ts';
import type { Detail } from './detail.ts';
import type { ExportRow } from './export-row.ts';
import { fileStatus, hasValue } from './status-words.ts';

export type Cell = string | number | boolean | null;

export type ColumnKind = 'text' | 'year' | 'number' | 'boolean';

/** A column of every table that is written, whatever its format. Names never change and columns are only added at the end. */
export type Column = {
  name: string;
  kind: ColumnKind;
  label: string;
  description: string;
  /** Width in a spreadsheet, in characters. */
  width: number;
  cell(row: ExportRow, detail: Detail): Cell;
};

const dimensionColumn = (dimension: DimensionCode): Column => ({
  name: dimension.toLowerCase(),
  kind: 'text',
  label: dimensionOf(dimension).label,
  description: `Code du détail « ${dimensionOf(dimension).label} » ; vide quand la valeur n’est pas détaillée ainsi.`,
  width: 16,
  cell: (_row, { codes }) => codes[dimension] ?? null,
});

export const COLUMNS: readonly Column[] = [
  {
    name: 'dataset',
    kind: 'text',
    label: 'Jeu de données',
    description: 'Code du jeu de données.',
    width: 18,
    cell: ({ dataset }) => dataset,
  },
  {
    name: 'indicator',
    kind: 'text',
    label: 'Indicateur',
    description: 'Code de l’indicateur.',
    width: 24,
    cell: ({ indicator }) => indicator,
  },
  {
    name: 'indicator_label',
    kind: 'text',
    label: 'Libellé de l’indicateur',
    description: 'Libellé français de l’indicateur.',
    width: 34,
    cell: ({ indicator }) => indicatorOf(indicator)?.label ?? indicator,
  },
  {
    name: 'unit',
    kind: 'text',
    label: 'Unité',
    description: 'Unité de la valeur ; `cents` : centimes d’euro, `ratio 0–1` : 0,079 vaut 7,9 %.',
    width: 14,
    cell: ({ unit }) => unit,
  },
  {
    name: 'territory',
    kind: 'text',
    label: 'Identifiant du territoire',
    description: 'Échelon et code, unique tous échelons confondus : `COM:92050`.',
    width: 16,
    cell: ({ territory }) => territory,
  },
  {
    name: 'territory_code',
    kind: 'text',
    label: 'Code du territoire',
    description: 'Code Insee, ou SIREN d’un groupement. C’est un texte : il peut commencer par un zéro.',
    width: 14,
    cell: ({ territoryCode }) => territoryCode,
  },
  {
    name: 'territory_name',
    kind: 'text',
    label: 'Territoire',
    description: 'Nom du territoire.',
    width: 26,
    cell: ({ territoryName }) => territoryName,
  },
  {
    name: 'territory_level',
    kind: 'text',
    label: 'Échelon',
    description: 'Échelon du territoire.',
    width: 14,
    cell: ({ territoryLevel }) => territoryLevel,
  },
  {
    name: 'period',
    kind: 'year',
    label: 'Année',
    description: 'Année observée ; vide quand la source ne la dit pas.',
    width: 8,
    cell: ({ period }) => period,
  },
  {
    name: 'breakdown',
    kind: 'text',
    label: 'Détail',
    description:
      'Dimensions et codes du détail, `ESS_FAMILY=ASSOCIATION|SECTOR_A17=OQ` ; vide pour un total.',
    width: 30,
    cell: ({ breakdown }) => breakdown,
  },
  {
    name: 'breakdown_label',
    kind: 'text',
    label: 'Libellé du détail',
    description: 'Libellés français du détail, « Ensemble » pour un total.',
    width: 34,
    cell: (_row, { label }) => label,
  },
  ...DIMENSION_CODES.map(dimensionColumn),
  {
    name: 'value',
    kind: 'number',
    label: 'Valeur',
    description:
      'Valeur dans son unité ; vide quand elle est masquée, inconnue ou sans objet : voir le statut.',
    width: 14,
    cell: ({ value, status }) => (hasValue(fileStatus(status)) ? exactly(value) : null),
  },
  {
    name: 'status',
    kind: 'text',
    label: 'Statut',
    description: 'Ce que vaut la valeur, ou pourquoi il n’y en a pas.',
    width: 16,
    cell: ({ status }) => fileStatus(status),
  },
  {
    name: 'approximate',
    kind: 'boolean',
    label: 'Approchée',
    description: 'Vrai quand la source donne la valeur comme approchée (« près de », « un tiers »).',
    width: 11,
    cell: ({ approximate }) => approximate,
  },
  {
    name: 'statement',
    kind: 'text',
    label: 'Mots de la source',
    description: 'La valeur telle que la source l’écrit, quand elle l’écrit en toutes lettres.',
    width: 30,
    cell: ({ statement, status }) => (fileStatus(status) === 'SUPPRESSED' ? null : statement),
  },
  {
    name: 'vintage',
    kind: 'text',
    label: 'Millésime',
    description: 'Publication dont vient la valeur ; vide quand il n’y en a pas.',
    width: 18,
    cell: ({ vintage }) => vintage,
  },
  {
    name: 'source',
    kind: 'text',
    label: 'Source',
    description: 'Citation à reprendre avec la valeur.',
    width: 50,
    cell: ({ source }) => source,
  },
];

/** −0 is 0, and what is no number has no place in a file. */
export function exactly(value: number | null): number | null {
  if (value !== null && !Number.isFinite(value)) throw new RangeError('A value of a file must be finite');
  return value === 0 ? 0 : value;
}
