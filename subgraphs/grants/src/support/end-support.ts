import {
  appendToJournal,
  ConflictError,
  type Context,
  NotFoundError,
  parisDay,
  ValidationError,
  writeOnce,
} from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { authorOf } from '../attempt/author-of.ts';
import type { EndSupportInput } from './support.input.ts';
import { type EndSupportPayload, EndSupportSuccess } from './support.payload.ts';
import { lockSupport } from './support.queries.ts';
import { problemsOfEnd } from './support.rules.ts';

/** Writes the last day of a support. */
export function endSupport(ctx: Context, input: EndSupportInput): Promise<typeof EndSupportPayload> {
  return writeOnce(
    ctx,
    'endSupport',
    input,
    (tx) => end(tx, ctx, input),
    async (tx, { id }) => Object.assign(new EndSupportSuccess(), { support: await lockSupport(tx, id) }),
  );
}

async function end(tx: EntityManager, ctx: Context, { id, until }: EndSupportInput) {
  const support = await lockSupport(tx, id);
  if (support === null) {
    return Object.assign(new NotFoundError(), {
      code: 'SUPPORT_NOT_FOUND',
      message: 'Cet accompagnement n’existe pas.',
      path: ['id'],
    });
  }
  if (support.until !== null) {
    return Object.assign(ConflictError.of('Cet accompagnement est déjà fini.'), { code: 'ALREADY_ENDED' });
  }
  const problems = problemsOfEnd(until, { since: support.since, today: parisDay(ctx.now) });
  if (problems.length > 0) return ValidationError.of(problems);
  await tx.query('UPDATE support SET until = $2 WHERE id = $1', [support.id, until]);
  await appendToJournal(tx, {
    ...authorOf(ctx),
    action: 'SUPPORT_ENDED',
    target: support.owner,
    details: { partner: support.partnerId },
  });
  return { id: support.id };
}
