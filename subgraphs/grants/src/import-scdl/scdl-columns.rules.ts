/** What is kept of a file of grants. */
export type KeptColumn =
  | 'year'
  | 'grantorName'
  | 'grantorSiret'
  | 'agreedOn'
  | 'reference'
  | 'beneficiaryName'
  | 'beneficiaryName2'
  | 'beneficiaryId'
  | 'beneficiaryRna'
  | 'object'
  | 'amount'
  | 'nature'
  | 'terms'
  | 'paidOn';

/** Headers as départements and towns write them, folded. The first of each is the schema’s own. */
const HEADERS: Readonly<Record<KeptColumn, readonly string[]>> = {
  year: ['exercice', 'annee', 'exercicebudgetaire'],
  grantorName: ['nomattribuant', 'nomdelattribuant', 'nomattributaire', 'nomdelattributaire'],
  grantorSiret: [
    ...['idattribuant', 'identificationdelattribuant', 'identificationdelattributaire'],
    ...['siretattribuant', 'siretdelattribuant'],
  ],
  agreedOn: [
    ...['dateconvention', 'datedeconvention', 'datedelaconvention', 'datedelaconventionjjmmaaaa'],
    ...['datedelaconventiondesubvention', 'datedeladecision', 'datedecision'],
  ],
  reference: ['referencedecision', 'referencedeladecision', 'numerodedecision'],
  beneficiaryName: ['nombeneficiaire', 'nomdubeneficiaire', 'raisonsociale', 'beneficiaire'],
  beneficiaryName2: ['raisonsociale2'],
  beneficiaryId: [
    ...['idbeneficiaire', 'identificationdubeneficiaire', 'siretbeneficiaire', 'siretdubeneficiaire'],
    ...['siretounir', 'siret'],
  ],
  beneficiaryRna: ['rnabeneficiaire', 'rna', 'numerorna'],
  object: ['objet', 'object', 'objetdelasubvention', 'objetdelaconvention'],
  amount: [
    ...['montant', 'montanttotaldelasubvention', 'montantdelasubvention', 'montanttotal', 'montantvote'],
    'mandate',
  ],
  nature: ['nature', 'naturedelasubvention'],
  terms: ['conditionsversement', 'conditionsdeversement', 'conditionsdeversementdelasubvention'],
  paidOn: ['datesperiodeversement', 'dateouperiodedeversement', 'datedeversement', 'datesdeversement'],
};

const BY_HEADER = new Map(
  Object.entries(HEADERS).flatMap(([column, names]) => names.map((name) => [name, column as KeptColumn])),
);

/** The column that a header means, null for one that is not kept. */
export function columnOfHeader(header: string): KeptColumn | null {
  return BY_HEADER.get(foldedHeader(header)) ?? null;
}

function foldedHeader(header: string): string {
  return header
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}

/** Columns without which no line can be kept. */
export function missingColumns(found: readonly (KeptColumn | null)[]): KeptColumn[] {
  const lacking = (['beneficiaryName', 'amount'] as const).filter((column) => !found.includes(column));
  const dated = (['year', 'agreedOn', 'paidOn'] as const).some((column) => found.includes(column));
  return dated ? lacking : [...lacking, 'agreedOn'];
}
