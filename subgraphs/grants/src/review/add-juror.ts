import { callId } from '@graphess/identifiers';
import {
  appendToJournal,
  type Context,
  NotFoundError,
  ValidationError,
  writeOnce,
} from '@graphess/subgraph-kit';
import { authorOf } from '../attempt/author-of.ts';
import { Call } from '../call/call.entity.ts';
import { problemsOfJuror } from './check-jury.ts';
import type { AddJurorInput } from './jury.input.ts';
import { type AddJurorPayload, AddJurorSuccess } from './jury.payload.ts';
import { standsAgainst } from './stands-against.ts';

/** Makes somebody a member of the jury of an edition, with the structure that sends them. */
export async function addJuror(ctx: Context, input: AddJurorInput): Promise<typeof AddJurorPayload> {
  const problems = problemsOfJuror(input);
  if (problems.length > 0) return ValidationError.of(problems);
  const id = callId(input.edition);
  return writeOnce(
    ctx,
    'addJuror',
    input,
    async (tx) => {
      const [call] = await tx.query('SELECT id FROM call WHERE id = $1 FOR SHARE', [id]);
      if (call === undefined) {
        return Object.assign(new NotFoundError(), {
          code: 'CALL_NOT_FOUND',
          message: 'Cette édition n’existe pas.',
          path: ['edition'],
        });
      }
      const added: unknown[] = await tx.query(
        `INSERT INTO juror (call_id, subject, organization_id, added_at, added_by) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING RETURNING subject`,
        [id, input.subject, input.organization ?? null, ctx.now, ctx.viewer.subject],
      );
      if (added.length === 0) {
        return standsAgainst('ALREADY_JUROR', 'Cette personne est déjà du jury de l’édition.');
      }
      await appendToJournal(tx, {
        ...authorOf(ctx),
        action: 'JUROR_ADDED',
        target: id,
        details: { juror: input.subject, organization: input.organization ?? null },
      });
      return { callId: id };
    },
    async (tx, kept) => {
      const call = await tx
        .createQueryBuilder(Call, 'call')
        .where('call.id = :id', { id: kept.callId })
        .getOneOrFail();
      return Object.assign(new AddJurorSuccess(), { call });
    },
  );
}
