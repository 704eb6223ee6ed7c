/** What is told of each code, in French. */
export const PROBLEM_MESSAGES: Readonly<Record<string, string>> = {
  NAME_MISSING: 'le nom du bénéficiaire manque',
  NAME_OF_A_PERSON: 'le bénéficiaire semble être une personne : la ligne n’est pas gardée',
  NAME_WITHHELD:
    'sans identifiant, rien ne dit que le nom n’est pas celui d’une personne : il n’est pas gardé',
  AMOUNT_MISSING: 'le montant manque',
  AMOUNT_UNREADABLE: 'le montant n’est pas lisible',
  ID_MISSING: 'l’identifiant manque',
  ID_IN_POWERS_OF_TEN: 'un tableur a réécrit l’identifiant en puissance de dix',
  ID_OF_A_PERSON: 'l’identifiant semble être un numéro de sécurité sociale : la ligne n’est pas gardée',
  ID_UNREADABLE: 'l’identifiant n’est ni un SIRET, ni un SIREN, ni un numéro RNA',
  SIREN_ONLY: 'l’identifiant est un SIREN, pas un SIRET',
  SIREN_CHECK_DIGITS: 'la clé du SIREN est fausse',
  SIRET_ROUNDED: 'un tableur a arrondi le SIRET',
  SIRET_CHECK_DIGITS: 'la clé du SIRET est fausse',
  RNA_UNREADABLE: 'le numéro RNA n’est pas lisible',
  DATE_UNREADABLE: 'la date n’est pas lisible',
  YEAR_FOR_A_DATE: 'une année tient lieu de date',
  PERIOD_UNREADABLE: 'la période de versement n’est pas lisible',
  YEAR_UNKNOWN: 'ni la date ni l’année ne sont connues',
  CELL_COUNT: 'la ligne a plus de cellules que d’en-têtes',
};
