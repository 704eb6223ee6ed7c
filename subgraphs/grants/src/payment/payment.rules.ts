import { collect, isUnprintable, type Problem, problem } from '@graphess/subgraph-kit';

const LONGEST_REFERENCE = 60;

/** What is wrong in a payment that somebody says was made. */
export function problemsOfPayment(
  { paidOn, reference }: { paidOn: string; reference: string },
  { signedOn, today }: { signedOn: string; today: string },
): Problem[] {
  const length = [...reference.trim()].length;
  return collect(
    paidOn > today && problem('PAID_IN_FUTURE', 'Le jour du versement est à venir.', ['paidOn']),
    paidOn < signedOn &&
      problem('PAID_BEFORE_SIGNATURE', 'Le versement précède la signature de la convention.', ['paidOn']),
    (length < 1 || length > LONGEST_REFERENCE) &&
      problem('REFERENCE_LENGTH', `La référence a de 1 à ${LONGEST_REFERENCE} caractères.`, ['reference']),
    isUnprintable(reference) &&
      problem('REFERENCE_CHARACTERS', 'La référence contient un caractère invisible ou de contrôle.', [
        'reference',
      ]),
  );
}
