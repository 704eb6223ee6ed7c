import { parseId } from '@graphess/identifiers';
import { collect, type Problem, problem } from '@graphess/subgraph-kit';

/** What is wrong in a support that is said to have begun. */
export function problemsOfSupport(
  { organizationId, partnerId, since }: { organizationId: string; partnerId: string; since: string },
  today: string,
): Problem[] {
  const isNoStructure = (id: string) => parseId(id)?.prefix !== 'ORG';
  return collect(
    isNoStructure(organizationId) &&
      problem('NOT_A_STRUCTURE', 'L’identifiant d’une structure commence par « ORG: ».', ['organizationId']),
    isNoStructure(partnerId) &&
      problem('NOT_A_STRUCTURE', 'L’identifiant d’une structure commence par « ORG: ».', ['partnerId']),
    organizationId === partnerId &&
      problem('SUPPORTS_ITSELF', 'Une structure ne s’accompagne pas elle-même.', ['partnerId']),
    since > today && problem('SINCE_IN_FUTURE', 'Le premier jour est à venir.', ['since']),
  );
}

/** What is wrong in the last day of a support. */
export function problemsOfEnd(
  until: string,
  { since, today }: { since: string | null; today: string },
): Problem[] {
  return collect(
    until > today && problem('UNTIL_IN_FUTURE', 'Le dernier jour est à venir.', ['until']),
    since !== null &&
      until < since &&
      problem('PERIOD_REVERSED', 'L’accompagnement finit avant de commencer.', ['until']),
  );
}
