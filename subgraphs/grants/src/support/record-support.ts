import { randomUUID } from 'node:crypto';
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
import type { RecordSupportInput } from './support.input.ts';
import { type RecordSupportPayload, RecordSupportSuccess } from './support.payload.ts';
import { lockSupport } from './support.queries.ts';
import { problemsOfSupport } from './support.rules.ts';

/** Writes that a partner follows a structure from some day on. */
export function recordSupport(ctx: Context, input: RecordSupportInput): Promise<typeof RecordSupportPayload> {
  return writeOnce(
    ctx,
    'recordSupport',
    input,
    (tx) => record(tx, ctx, input),
    async (tx, { id }) => Object.assign(new RecordSupportSuccess(), { support: await lockSupport(tx, id) }),
  );
}

async function record(tx: EntityManager, ctx: Context, input: RecordSupportInput) {
  const { organizationId, partnerId, edition = null, since } = input;
  const problems = problemsOfSupport(input, parisDay(ctx.now));
  if (problems.length > 0) return ValidationError.of(problems);
  const callId = edition === null ? null : `CALL:${edition}`;
  const [call]: unknown[] =
    callId === null ? [{}] : await tx.query('SELECT FROM call WHERE id = $1', [callId]);
  if (call === undefined) {
    return Object.assign(new NotFoundError(), {
      code: 'CALL_NOT_FOUND',
      message: 'Cette édition n’existe pas.',
      path: ['edition'],
    });
  }
  const id = randomUUID();
  const written: unknown[] = await tx.query(
    `INSERT INTO support (id, organization_id, partner_id, call_id, since, source_ids, recorded_by)
     VALUES ($1, $2, $3, $4, $5, '{}', $6)
     ON CONFLICT (organization_id, partner_id) WHERE until IS NULL DO NOTHING RETURNING id`,
    [id, organizationId, partnerId, callId, since, ctx.viewer.subject],
  );
  if (written.length === 0) {
    return Object.assign(ConflictError.of('Ce partenaire accompagne déjà cette structure.'), {
      code: 'ALREADY_SUPPORTED',
    });
  }
  await appendToJournal(tx, {
    ...authorOf(ctx),
    action: 'SUPPORT_RECORDED',
    target: organizationId,
    details: { partner: partnerId },
  });
  return { id };
}
