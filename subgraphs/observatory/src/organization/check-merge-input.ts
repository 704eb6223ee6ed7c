import { parseId } from '@graphess/identifiers';
import { collect, idempotencyKeyProblems, type Problem, problem } from '@graphess/subgraph-kit';
import { problemsOfReason } from '../attempt/check-reason.ts';

/** What is wrong in a request to merge, all at once, before anything is read. */
export function problemsOfMerge(input: {
  keep: string;
  merge: string;
  reason: string;
  idempotencyKey: string;
}): Problem[] {
  return [
    ...idempotencyKeyProblems(input.idempotencyKey),
    ...problemsOfOrganization('keep', input.keep),
    ...problemsOfOrganization('merge', input.merge),
    ...collect(
      input.keep === input.merge &&
        problem('SAME_ORGANIZATION', 'Une fiche ne se fusionne pas avec elle-même.', ['merge']),
    ),
    ...problemsOfReason(input.reason),
  ];
}

/** What is wrong in a request to undo a merge. */
export function problemsOfUnmerge(input: {
  organization: string;
  reason: string;
  idempotencyKey: string;
}): Problem[] {
  return [
    ...idempotencyKeyProblems(input.idempotencyKey),
    ...problemsOfOrganization('organization', input.organization),
    ...problemsOfReason(input.reason),
  ];
}

function problemsOfOrganization(field: string, id: string): Problem[] {
  return collect(
    parseId(id)?.prefix !== 'ORG' &&
      problem('ORGANIZATION_MALFORMED', 'Un identifiant d’organisation est attendu : ORG:….', [field]),
  );
}
