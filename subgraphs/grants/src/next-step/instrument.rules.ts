/** What is known of the money that a project lacks, and of who lacks it. */
export type Need = {
  /** Null when what was asked for is not known. */
  readonly missingCents: number | null;
  readonly holder: 'ASSOCIATION' | 'COMPANY' | 'UNKNOWN';
  readonly needsEquipment: boolean;
};

/** A mark of this platform, in cents, between a small need and a large one; no rule of any funder. */
const SMALL_NEED = 1_000_000;

const isSmall = ({ missingCents }: Need) => missingCents !== null && missingCents <= SMALL_NEED;
const isLarge = ({ missingCents }: Need) => missingCents !== null && missingCents > SMALL_NEED;

type Rule = { code: string; suits: (need: Need) => boolean; because: string };

/**
 * The closed list of the instruments that the Département names, in its order. An application does not tell of invoices
 * nor of goods to sell and rent back: factoring and lease-back are proposed to nobody.
 */
export const INSTRUMENT_RULES: readonly Rule[] = [
  {
    code: 'MICROCREDIT',
    suits: isSmall,
    because: 'La somme qui manque est de 10 000 € au plus : un petit prêt peut suffire.',
  },
  {
    code: 'PRET_HONNEUR',
    suits: ({ holder }) => holder === 'COMPANY',
    because: 'Le projet est porté par une société : un prêt d’honneur s’adresse à ceux qui la créent.',
  },
  {
    code: 'FINANCE_SOLIDAIRE',
    suits: () => true,
    because: 'Les financeurs solidaires s’adressent aux structures de l’ESS, associations comprises.',
  },
  {
    code: 'LOVE_MONEY',
    suits: isSmall,
    because: 'La somme qui manque est de 10 000 € au plus : l’entourage du projet peut la réunir.',
  },
  {
    code: 'BUSINESS_ANGELS',
    suits: (need) => need.holder === 'COMPANY' && isLarge(need),
    because:
      'Le projet est porté par une société, et la somme qui manque dépasse 10 000 € : on peut entrer à son capital.',
  },
  { code: 'AFFACTURAGE', suits: () => false, because: '' },
  { code: 'LEASE_BACK', suits: () => false, because: '' },
  {
    code: 'FONDS_INVESTISSEMENT',
    suits: (need) => need.holder === 'COMPANY' && isLarge(need),
    because:
      'Le projet est porté par une société, et la somme qui manque dépasse 10 000 € : un fonds peut y investir.',
  },
  {
    code: 'CROWDFUNDING',
    suits: () => true,
    because: 'Une collecte auprès du public peut réunir tout ou partie de la somme qui manque.',
  },
  {
    code: 'CROWDLENDING',
    suits: isLarge,
    because: 'La somme qui manque dépasse 10 000 € : le public peut aussi la prêter.',
  },
  {
    code: 'BARTERING',
    suits: ({ needsEquipment }) => needsEquipment,
    because: 'Le projet a besoin de matériel : il peut en recevoir en échange d’un service.',
  },
];

/** The words of equipment, folded: at the beginning of a word, so that plurals are met too. */
const EQUIPMENT = /\b(materiel|equipement|mobilier|outillage|outils|machine|velo|ordinateur)/;

export function needOf(facts: {
  requestedCents: number | null;
  awardedCents: number | null;
  legalForm: string | null;
  folded: string;
}): Need {
  const { requestedCents, awardedCents, legalForm, folded } = facts;
  return {
    missingCents: requestedCents === null ? null : requestedCents - (awardedCents ?? 0),
    holder: legalForm?.startsWith('92') ? 'ASSOCIATION' : legalForm?.startsWith('5') ? 'COMPANY' : 'UNKNOWN',
    needsEquipment: EQUIPMENT.test(folded),
  };
}
