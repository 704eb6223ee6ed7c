import {
  appendToJournal,
  ConflictError,
  type Context,
  NotFoundError,
  parisDay,
  writeOnce,
} from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { authorOf } from '../attempt/author-of.ts';
import { isOwnStructure } from '../own-structure/own-structure.queries.ts';
import type { ConfirmJointProjectInput } from './joint-project.input.ts';
import { type ConfirmJointProjectPayload, ConfirmJointProjectSuccess } from './joint-project.payload.ts';
import { jointProjectBySlug, lockProposal } from './joint-project.queries.ts';

/** Gives the agreement of the structure of whoever asks. */
export function confirmJointProject(
  ctx: Context,
  input: ConfirmJointProjectInput,
): Promise<typeof ConfirmJointProjectPayload> {
  return writeOnce(
    ctx,
    'confirmJointProject',
    input,
    (tx) => confirm(tx, ctx, input),
    async (tx, { slug }) =>
      Object.assign(new ConfirmJointProjectSuccess(), { jointProject: await jointProjectBySlug(tx, slug) }),
  );
}

async function confirm(tx: EntityManager, ctx: Context, { slug }: ConfirmJointProjectInput) {
  const proposal = await lockProposal(tx, slug);
  const own = proposal === null ? null : await ownAmong({ ...ctx, db: tx }, proposal.partnerIds);
  // A proposal is known to its partners alone.
  if (proposal === null || own === null) {
    return Object.assign(new NotFoundError(), {
      code: 'JOINT_PROJECT_NOT_FOUND',
      message: 'Aucun projet de ce nom n’est proposé à votre structure.',
      path: ['slug'],
    });
  }
  if (proposal.confirmedBy.includes(own)) {
    return Object.assign(ConflictError.of('Votre structure a déjà donné son accord.'), {
      code: 'ALREADY_CONFIRMED',
    });
  }
  await tx.query(
    `UPDATE joint_project
        SET confirmed_by = confirmed_by || $2::text,
            since = CASE WHEN confirmed_by || $2::text @> partners THEN $3::date END
      WHERE slug = $1`,
    [slug, own, parisDay(ctx.now)],
  );
  await appendToJournal(tx, {
    ...authorOf(ctx),
    action: 'JOINT_PROJECT_CONFIRMED',
    target: slug,
    details: { organization: own },
  });
  return { slug };
}

/** The one of some structures that whoever asks acts for; null when there is none. */
async function ownAmong(ctx: Context, ids: readonly string[]): Promise<string | null> {
  for (const id of ids) if (await isOwnStructure(ctx, id)) return id;
  return null;
}
