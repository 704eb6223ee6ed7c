import { type Context, PermissionError } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { isOwnStructure } from '../own-structure/own-structure.queries.ts';

/** The refusal of whoever is no agent and acts for another organisation; null for the others. */
export async function refusalOfStranger(
  tx: EntityManager,
  ctx: Context,
  organizationId: string,
): Promise<PermissionError | null> {
  const isStaff = ctx.viewer.roles.some((role) => role === 'agent' || role === 'admin');
  return isStaff || (await isOwnStructure({ ...ctx, db: tx }, organizationId))
    ? null
    : PermissionError.of('agent | admin | applicant if own structure', ctx.viewer);
}
