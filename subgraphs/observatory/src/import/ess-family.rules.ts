/** Families of the ESS, those of the dimension `ESS_FAMILY`. */
export type EssFamily = 'ASSOCIATION' | 'COOPERATIVE' | 'MUTUELLE' | 'FONDATION' | 'SOCIETE_ESS';

/**
 * Legal categories (level III) whose label names a family of article 1 II 1° of loi n° 2014-856 of 31 July 2014:
 * INSEE, « Catégories juridiques », https://www.insee.fr/fr/information/2028129.
 *
 * INSEE then leaves out some activities, of which it publishes no list: none is left out here. Associations of lawyers
 * (9224) practise a profession: they are no family. 9900, « autre personne morale de droit privé », is in the fifth
 * family that INSEE counts since 2024 (other non-profit bodies), which the law does not name: it is none of these.
 */
const CATEGORIES: Readonly<Record<Exclude<EssFamily, 'SOCIETE_ESS'>, string>> = {
  ASSOCIATION: '9210 9220 9221 9222 9223 9230 9240 9260',
  COOPERATIVE:
    '5191 5192 5193 5194 5195 5196 5203 5307 5309 5443 5451 5453 5454 5455 5458 5459 5460 5543 5547 5551 5552 5553 ' +
    '5554 5555 5558 5559 5560 5643 5647 5651 5652 5653 5654 5655 5658 5659 5660 6100 6316 6317 6318 6543 6551 6554 ' +
    '6558 6560 6595 6596',
  MUTUELLE: '6411 8210 8250 8290',
  FONDATION: '9300',
};

const FAMILY_OF = new Map(
  Object.entries(CATEGORIES).flatMap(([family, codes]) =>
    codes.split(' ').map((code) => [code, family as EssFamily] as const),
  ),
);

/**
 * The family of an organisation, null when it is in none or when that cannot be told. A company (5xxx, 6xxx) is of the
 * ESS only by its own statement, that the register keeps (`economieSocialeSolidaireUniteLegale`): article 1 II 2°. The
 * statement of any other body (a works council, a union, a public body) makes it of no family.
 */
export function familyOf(legalCategory: string | null, isEss: boolean | null): EssFamily | null {
  if (legalCategory === null) return null;
  const family = FAMILY_OF.get(legalCategory);
  if (family !== undefined) return family;
  return isEss === true && /^[56]\d{3}$/.test(legalCategory) ? 'SOCIETE_ESS' : null;
}
