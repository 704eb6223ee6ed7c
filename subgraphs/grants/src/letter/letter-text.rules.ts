import { inEuros } from '../envelope/envelope.rules.ts';
import type { LetterKind } from './letter.type.ts';
import type { LetterFacts } from './letter-facts.ts';

/** What a letter says, before it is a file. */
export type LetterText = {
  readonly title: string;
  readonly subject: string;
  readonly addressee: string;
  readonly date: string;
  readonly paragraphs: readonly string[];
};

/** To be raised with every change of the words below: a letter keeps the version that it was made of. */
export const TEMPLATE_VERSIONS: Readonly<Record<LetterKind, number>> = { AWARD: 1, REFUSAL: 1 };

const TERMS: Readonly<Record<string, string>> = {
  SINGLE: 'La subvention est versée en une fois, après la signature de la convention.',
  INSTALMENTS: 'La subvention est versée en plusieurs fois, selon l’échéancier de la convention.',
};

/** The words of a letter, by the present version of its template. */
export function letterText(facts: LetterFacts): LetterText {
  const { applicantName, callTitle, issuedAt } = facts;
  return {
    title: facts.kind === 'AWARD' ? 'Attribution d’une subvention' : 'Réponse à votre candidature',
    subject: `Objet : ${callTitle}`,
    addressee: applicantName,
    date: `Le ${frenchDay(issuedAt)}`,
    paragraphs: ['Madame, Monsieur,', ...(facts.kind === 'AWARD' ? award(facts) : refusal(facts))],
  };
}

function award(facts: LetterFacts & { kind: 'AWARD' }): string[] {
  return [
    `Nous avons le plaisir de vous annoncer que ${projectOf(facts)} est lauréat de ${callOf(facts)}.`,
    `Une subvention de ${inEuros(facts.cents)} vous est accordée, sous la référence ${facts.reference}.`,
    TERMS[facts.terms] ?? '',
    'Cette lettre vaut notification de la décision.',
  ];
}

/** The time to contest a decision: article R. 421-1 of the code de justice administrative. */
function refusal(facts: LetterFacts & { kind: 'REFUSAL' }): string[] {
  return [
    `Après examen, ${projectOf(facts)} n’est pas retenu pour ${callOf(facts)}, pour le motif suivant :`,
    ...facts.reason.split(/\r?\n/).filter((line) => line.trim() !== ''),
    'Cette décision peut être contestée devant le tribunal administratif dans les deux mois qui suivent sa notification (article R. 421-1 du code de justice administrative).',
  ];
}

function projectOf({ projectTitle }: LetterFacts): string {
  return projectTitle === null ? 'votre projet' : `votre projet « ${projectTitle} »`;
}

function callOf({ edition }: LetterFacts): string {
  return `la ${edition === 1 ? '1re' : `${edition}e`} édition de l’appel à projets`;
}

const DAY = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' });

function frenchDay(instant: Date): string {
  return DAY.format(instant).replace(/^1 /, '1er ');
}
