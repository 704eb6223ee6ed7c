import { loadOne } from '@graphess/subgraph-kit';
import { authorOf } from '../attempt/author-of.ts';

/**
 * Writes in the journal that somebody reads what an application keeps to itself, once per application and request. Whoever
 * filed it reads their own: that is not written. Await it before the private value is given; it comes to null.
 */
export const viewNoted = loadOne<string>(
  async (ctx, applicationIds) => {
    const { actorKind, actor, requestId } = authorOf(ctx);
    await ctx.db.query(
      `SELECT append_to_journal('APPLICATION_READ', $2, $3, id, $4, '{}'::jsonb)
         FROM unnest($1::text[]) AS read (id)
        WHERE NOT EXISTS (SELECT FROM application a WHERE a.id = read.id AND a.organization_id = $5)`,
      [[...applicationIds].sort(), actorKind, actor, requestId, ctx.viewer.organization],
    );
    return [];
  },
  (applicationId) => applicationId,
);
