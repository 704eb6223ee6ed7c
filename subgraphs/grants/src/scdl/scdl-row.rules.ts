import { isDocumentedRna, isSiret } from '@graphess/identifiers';
import type { AwardOfRecord } from './award-of-record.ts';
import type { Grantor } from './grantor.ts';
import type { ScdlRow } from './scdl-schema.ts';

const LONGEST_OBJECT = 256;
const TERMS = { SINGLE: 'unique', INSTALMENTS: 'échelonné' } as const;
const FORMULA = /^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;

/** An award as a line of the file. What is not known stays empty: the check of the file tells of it. */
export function scdlRowOf(award: AwardOfRecord, grantor: Grantor): ScdlRow {
  return {
    nomAttribuant: grantor.name,
    idAttribuant: grantor.siret,
    dateConvention: award.signedOn ?? award.decidedOn ?? '',
    referenceDecision: plain(award.reference ?? ''),
    nomBeneficiaire: plain(award.applicantName),
    idBeneficiaire: award.siret !== null && isSiret(award.siret) ? award.siret : '',
    // The schema knows the documented form alone; Corsica and overseas have letters in theirs.
    rnaBeneficiaire: award.rna !== null && isDocumentedRna(award.rna) ? award.rna : '',
    objet: shortened(plain(award.title ?? award.summary)),
    montant: award.cents === null ? '' : inEuros(award.cents),
    nature: 'aide en numéraire',
    conditionsVersement: award.terms === null ? '' : TERMS[award.terms],
    datesPeriodeVersement: periodOf(award),
    idRAE: '',
    notificationUE: 'non',
    pourcentageSubvention: '1.00',
    dispositifAide: award.callId,
  };
}

function periodOf({ firstPaidOn, lastPaidOn, startsOn, endsOn, decidedOn }: AwardOfRecord): string {
  const first = firstPaidOn ?? startsOn ?? decidedOn;
  const last = lastPaidOn ?? endsOn ?? decidedOn;
  if (first === null || last === null) return '';
  return first === last ? first : `${first}/${last}`;
}

/** One line of text that no spreadsheet takes for a formula. */
function plain(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return FORMULA.test(line) ? `'${line}` : line;
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST_OBJECT ? text : `${characters.slice(0, LONGEST_OBJECT - 1).join('')}…`;
}

function inEuros(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}
