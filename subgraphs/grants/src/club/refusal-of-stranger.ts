import { type Context, PermissionError } from '@graphess/subgraph-kit';

/** The refusal of whoever is no agent and acts for another organisation; null for the others. */
export function refusalOfStranger(
  { viewer }: Pick<Context, 'viewer'>,
  organizationId: string,
): PermissionError | null {
  const isStaff = viewer.roles.some((role) => role === 'agent' || role === 'admin');
  return isStaff || viewer.organization === organizationId
    ? null
    : PermissionError.of('agent | admin | applicant if own structure', viewer);
}
