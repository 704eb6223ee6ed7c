import { callId } from '@graphess/identifiers';
import {
  appendToJournal,
  ConflictError,
  type Context,
  replaceTables,
  ValidationError,
  writeOnce,
} from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { authorOf } from '../attempt/author-of.ts';
import { Call } from './call.entity.ts';
import { PublishCallSuccess } from './call-writes.payload.ts';
import { problemsOfReferences } from './known-references.queries.ts';
import type { PublishCallInput } from './publish-call.input.ts';
import { problemsOfCall } from './publish-call.rules.ts';
import { FIRST_RULES, tablesOfCall } from './published-call.tables.ts';
import { writeRulesVersion } from './rules-version.queries.ts';

/** Publishes an edition, whole: no code is needed for another one. */
export function publishCall(ctx: Context, input: PublishCallInput) {
  return writeOnce(
    ctx,
    'publishCall',
    input,
    (tx) => write(tx, ctx, input),
    async (tx, { id }) =>
      Object.assign(new PublishCallSuccess(), { call: await tx.findOneByOrFail(Call, { id }) }),
  );
}

async function write(tx: EntityManager, ctx: Context, input: PublishCallInput) {
  const problems = [...problemsOfCall(input), ...(await problemsOfReferences(tx, input))];
  if (problems.length > 0) return ValidationError.of(problems);
  const id = callId(input.edition);
  const [call, ...parts] = tablesOfCall(id, input, ctx.now);
  // Whoever publishes the same edition at the same instant waits here, and finds it there.
  const taken: unknown[] = await tx.query(
    `INSERT INTO call (id, edition, title, launch_year, objectives, support_partners, source_ids, published_at)
     VALUES ($1, $2, '', $3, '{}', '{}', '{}', $4) ON CONFLICT DO NOTHING RETURNING 1`,
    [id, input.edition, input.launchYear, ctx.now],
  );
  if (taken.length === 0) {
    return Object.assign(ConflictError.of(`L’édition ${input.edition} existe déjà.`), {
      code: 'EDITION_PUBLISHED',
      path: ['edition'],
    });
  }
  await replaceTables(tx, call === undefined ? [] : [call, ...parts]);
  await writeRulesVersion(tx, id, { ...input.eligibility, version: FIRST_RULES, since: ctx.now });
  await appendToJournal(tx, {
    ...authorOf(ctx),
    action: 'CALL_PUBLISHED',
    target: id,
    details: { envelopeCents: input.envelopeCents ?? null, maxPerProjectCents: input.maxPerProjectCents },
  });
  return { id };
}
