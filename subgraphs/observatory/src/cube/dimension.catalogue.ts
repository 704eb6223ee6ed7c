import { LEGAL_CATEGORIES, LEGAL_CATEGORY_CODE } from './legal-category.catalogue.ts';
import { A17, A88 } from './sector.catalogue.ts';
import { sizeClassLabel, USUAL_SIZE_CLASSES } from './size-class.rules.ts';

/** Dimensions of a cube, in alphabetical order: the order of their canonical text. */
export const DIMENSION_CODES = [
  'ESS_FAMILY',
  'LEGAL_CATEGORY',
  'SECTOR_A17',
  'SECTOR_A88',
  'SIZE_CLASS',
] as const;
export type DimensionCode = (typeof DIMENSION_CODES)[number];

type Dimension = {
  readonly code: DimensionCode;
  readonly label: string;
  /** Codes and labels, in the order in which they are presented. A dimension may have others: see `dimensionLabel`. */
  readonly values: ReadonlyMap<string, string>;
};

const ESS_FAMILY = new Map([
  ['ASSOCIATION', 'Associations'],
  ['COOPERATIVE', 'Coopératives'],
  ['MUTUELLE', 'Mutuelles'],
  ['FONDATION', 'Fondations'],
  ['SOCIETE_ESS', 'Sociétés commerciales de l’ESS'],
]);

const SIZE_CLASS = new Map(USUAL_SIZE_CLASSES.map((code) => [code, sizeClassLabel(code) ?? code]));

const DIMENSIONS: Readonly<Record<DimensionCode, Dimension>> = {
  ESS_FAMILY: { code: 'ESS_FAMILY', label: 'Famille de l’ESS', values: ESS_FAMILY },
  LEGAL_CATEGORY: { code: 'LEGAL_CATEGORY', label: 'Catégorie juridique', values: LEGAL_CATEGORIES },
  SECTOR_A17: { code: 'SECTOR_A17', label: 'Secteur d’activité (17 postes)', values: A17 },
  SECTOR_A88: { code: 'SECTOR_A88', label: 'Division d’activité (88 postes)', values: A88 },
  SIZE_CLASS: { code: 'SIZE_CLASS', label: 'Taille de l’établissement', values: SIZE_CLASS },
};

export function dimensionOf(code: DimensionCode): Dimension {
  return DIMENSIONS[code];
}

export function isDimensionCode(code: string): code is DimensionCode {
  return (DIMENSION_CODES as readonly string[]).includes(code);
}

/**
 * Label of a code in a dimension, null when the dimension cannot have it. Legal categories and size classes that files
 * name without being in the list are accepted: a category is then its own label.
 */
export function dimensionLabel(dimension: DimensionCode, code: string): string | null {
  const listed = DIMENSIONS[dimension].values.get(code);
  if (listed !== undefined) return listed;
  if (dimension === 'LEGAL_CATEGORY' && LEGAL_CATEGORY_CODE.test(code)) return code;
  return dimension === 'SIZE_CLASS' ? sizeClassLabel(code) : null;
}

export function isDimensionValue(dimension: DimensionCode, code: string): boolean {
  return dimensionLabel(dimension, code) !== null;
}
