export type LegalFamily = 'ASSOCIATION' | 'COOPERATIVE' | 'OTHER';

const ASSOCIATIONS = ['9210', '9220', '9221', '9222', '9223', '9224', '9230', '9260'];

/**
 * Categories whose label says « coopérative », and the mutual banks and guarantee companies, which the law counts among
 * cooperatives (code monétaire et financier, L512-1 and L515-4).
 */
const COOPERATIVES = [
  ...['5191', '5192', '5193', '5194', '5195', '5196', '5203', '5307', '5309'],
  ...['5443', '5451', '5453', '5454', '5455', '5458', '5459', '5460'],
  ...['5543', '5547', '5551', '5552', '5553', '5554', '5555', '5558', '5559', '5560'],
  ...['5643', '5647', '5651', '5652', '5653', '5654', '5655', '5658', '5659', '5660'],
  ...['6100', '6316', '6317', '6318', '6543', '6551', '6554', '6558', '6560', '6595', '6596'],
];

const FAMILY_BY_CATEGORY = new Map<string, LegalFamily>([
  ...ASSOCIATIONS.map((code) => [code, 'ASSOCIATION'] as const),
  ...COOPERATIVES.map((code) => [code, 'COOPERATIVE'] as const),
]);

/** Whether a text has the form of an INSEE legal category of level III: four digits. */
export function isLegalCategory(text: string): boolean {
  return /^\d{4}$/.test(text);
}

/** The family of a legal category, as calls for projects tell them apart. Source: INSEE, catégories juridiques, niveau III. */
export function legalFamilyOf(category: string): LegalFamily {
  return FAMILY_BY_CATEGORY.get(category) ?? 'OTHER';
}
