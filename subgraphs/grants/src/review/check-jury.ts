import { parseId } from '@graphess/identifiers';
import {
  collect,
  idempotencyKeyProblems,
  isUnprintable,
  type Problem,
  problem,
} from '@graphess/subgraph-kit';

const LONGEST_SUBJECT = 255;

/** What is wrong in a request to add somebody to a jury. */
export function problemsOfJuror(input: {
  subject: string;
  organization?: string | null;
  idempotencyKey: string;
}): Problem[] {
  const { subject, organization = null } = input;
  return [
    ...idempotencyKeyProblems(input.idempotencyKey),
    ...problemsOfSubject('subject', subject),
    ...collect(
      organization !== null &&
        parseId(organization)?.prefix !== 'ORG' &&
        problem('ORGANIZATION_MALFORMED', 'L’identifiant d’une structure commence par « ORG: ».', [
          'organization',
        ]),
    ),
  ];
}

/** What is wrong in how a person is named. */
export function problemsOfSubject(field: string, subject: string): Problem[] {
  return collect(
    (subject.trim() === '' || subject.length > LONGEST_SUBJECT || isUnprintable(subject)) &&
      problem('SUBJECT_MALFORMED', 'L’identifiant d’une personne a de 1 à 255 caractères imprimables.', [
        field,
      ]),
  );
}
