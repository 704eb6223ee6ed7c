import { knownUnder } from '@graphess/reference';
import { type Context, perRequest } from '@graphess/subgraph-kit';

/** Every id of the structure that somebody acts for: the register may have merged it into another, or another into it. */
const ownIds = perRequest(async ({ db, viewer }: Context): Promise<ReadonlySet<string>> => {
  const rows: { id: string }[] = await db.query(`SELECT id FROM (${knownUnder('$1')}) known`, [
    [viewer.organization],
  ]);
  return new Set(rows.map(({ id }) => id));
});

/** Whether a structure is the one that somebody acts for, under whichever of its ids. */
export async function isOwnStructure(ctx: Context, organizationId: string): Promise<boolean> {
  const { organization } = ctx.viewer;
  if (organization === null) return false;
  return organization === organizationId || (await ownIds(ctx)).has(organizationId);
}

/** Whether somebody applies for a structure: agents and jurors may act for one without applying for it. */
export async function isApplicantOf(ctx: Context, organizationId: string): Promise<boolean> {
  return ctx.viewer.roles.includes('applicant') && (await isOwnStructure(ctx, organizationId));
}
