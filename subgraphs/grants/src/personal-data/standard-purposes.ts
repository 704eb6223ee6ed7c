/** Why personal data is kept, and for how long, as an area declares it. */
export type PurposeRecord = {
  code: PurposeCode;
  label: string;
  /** What for. */
  purpose: string;
  legalBasis: string;
  /** What is kept. */
  data: string;
  keptMonths: number;
  /** What the months are counted from. */
  countedFrom: string;
};

export const PURPOSE_CODES = ['DRAFTS', 'NOT_FUNDED', 'FUNDED'] as const;
export type PurposeCode = (typeof PURPOSE_CODES)[number];

/**
 * What an area has that declares nothing else (`grants/purposes.json`). Months are ours to propose and its data protection
 * officer’s to settle: regulation (EU) 2016/679, article 5, sets the principle alone; ten years are those of accounting
 * documents (code de commerce, article L123-22).
 */
export const STANDARD_PURPOSES: readonly PurposeRecord[] = [
  {
    code: 'DRAFTS',
    label: 'Brouillons',
    purpose: 'Préparer une candidature.',
    legalBasis: 'Mission d’intérêt public (RGPD, article 6, 1, e)',
    data: 'Le brouillon entier, ses pièces jointes et la personne à joindre.',
    keptMonths: 3,
    countedFrom: 'dernier enregistrement',
  },
  {
    code: 'NOT_FUNDED',
    label: 'Candidatures non retenues',
    purpose: 'Instruire les candidatures et répondre aux recours.',
    legalBasis: 'Mission d’intérêt public (RGPD, article 6, 1, e)',
    data: 'La personne à joindre, les pièces jointes, les lettres de refus, les motifs et les commentaires écrits.',
    keptMonths: 24,
    countedFrom: 'décision ou retrait',
  },
  {
    code: 'FUNDED',
    label: 'Candidatures lauréates',
    purpose: 'Suivre la convention et justifier la dépense publique.',
    legalBasis: 'Obligation légale (RGPD, article 6, 1, c)',
    data: 'La personne à joindre, les pièces jointes, les motifs et les commentaires écrits.',
    keptMonths: 120,
    countedFrom: 'décision',
  },
];
