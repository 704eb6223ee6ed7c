import { knownUnder } from '@graphess/reference';
import { loadOne } from '@graphess/subgraph-kit';
import { authorOf } from '../attempt/author-of.ts';
import { structuresAppliedFor } from './visible-applications.queries.ts';

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
        WHERE NOT EXISTS (
          SELECT FROM application a JOIN (${knownUnder('$5')}) known ON known.id = a.organization_id WHERE a.id = read.id)`,
      [[...applicationIds].sort(), actorKind, actor, requestId, structuresAppliedFor(ctx.viewer)],
    );
    return [];
  },
  (applicationId) => applicationId,
);
