import {
  appendToJournal,
  ConflictError,
  type Context,
  collect,
  NotFoundError,
  type Problem,
  problem,
  replaceTables,
  ValidationError,
  writeOnce,
} from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { authorOf } from '../attempt/author-of.ts';
import type { AmendCallInput } from './amend-call.input.ts';
import { Call } from './call.entity.ts';
import { AmendCallSuccess } from './call-writes.payload.ts';
import { problemsOfReferences } from './known-references.queries.ts';
import {
  problemsOfCriteria,
  problemsOfDocuments,
  problemsOfEligibility,
  problemsOfMoney,
} from './publish-call.rules.ts';
import { criterionTable, documentTable } from './published-call.tables.ts';
import { nextRulesVersion, replaceRules } from './rules-version.queries.ts';

/** Changes an edition that was published here. The database keeps money from going below what was granted. */
export function amendCall(ctx: Context, input: AmendCallInput) {
  return writeOnce(
    ctx,
    'amendCall',
    input,
    (tx) => amend(tx, ctx, input),
    async (tx, { id }) =>
      Object.assign(new AmendCallSuccess(), { call: await tx.findOneByOrFail(Call, { id }) }),
  );
}

async function amend(tx: EntityManager, ctx: Context, input: AmendCallInput) {
  const { documents, criteria, eligibility } = input;
  const call = await tx.findOne(Call, { where: { id: input.id }, lock: { mode: 'pessimistic_write' } });
  if (call === null || call.publishedAt === null) {
    return Object.assign(new NotFoundError(), {
      code: 'CALL_NOT_FOUND',
      message: 'Aucune édition publiée ici n’a cet identifiant.',
      path: ['id'],
    });
  }
  if (call.version !== input.expectedVersion) {
    return ConflictError.of(
      'L’édition a changé entre-temps : relisez-la avant de recommencer.',
      call.version,
    );
  }
  const next = {
    envelopeCents: input.envelopeCents ?? call.envelopeTotalCents,
    maxPerProjectCents: input.maxPerProjectCents ?? call.maxPerProjectCents ?? 0,
    closesAt: input.closesAt ?? call.closesAt,
  };
  const granted = await largestAward(tx, call.id);
  const problems = [
    ...problemsOfMoney(next),
    ...problemsOfChange(ctx, call, { ...input, ...next }, granted),
    ...problemsOfDocuments(documents ?? []),
    ...(criteria == null ? [] : problemsOfCriteria(criteria)),
    ...(eligibility == null
      ? []
      : [
          ...problemsOfEligibility({ eligibility }),
          ...(await problemsOfReferences(tx, { eligibility, benefits: null, supportPartners: null })),
        ]),
    ...(criteria != null && (await isScored(tx, call.id))
      ? [problem('GRID_IN_USE', 'Des notes sont déjà données : la grille ne change plus.', ['criteria'])]
      : []),
  ];
  if (problems.length > 0) return ValidationError.of(problems);
  await tx.query(
    `UPDATE call SET envelope_total_cents = $2, max_per_project_cents = $3, closes_at = $4, version = version + 1
      WHERE id = $1`,
    [call.id, next.envelopeCents, next.maxPerProjectCents, next.closesAt],
  );
  if (documents != null) await replaceTables(tx, [documentTable(call.id, documents)]);
  if (criteria != null) await replaceTables(tx, [criterionTable(call.id, criteria)]);
  const rules = eligibility == null ? null : await nextRulesVersion(tx, call.id);
  if (eligibility != null && rules !== null) {
    await replaceRules(tx, call.id, { ...eligibility, version: rules, since: ctx.now });
  }
  await appendToJournal(tx, {
    ...authorOf(ctx),
    action: 'CALL_AMENDED',
    target: call.id,
    details: {
      envelopeCents: next.envelopeCents,
      maxPerProjectCents: next.maxPerProjectCents,
      closesAt: next.closesAt?.toISOString() ?? null,
      rules,
    },
  });
  return { id: call.id };
}

type Next = AmendCallInput & { envelopeCents: number | null; maxPerProjectCents: number };

function problemsOfChange(
  { now }: Pick<Context, 'now'>,
  call: Call,
  { envelopeCents, maxPerProjectCents, closesAt, eligibility }: Next,
  largestCents: number,
): Problem[] {
  const isMoved = closesAt != null && closesAt.getTime() !== call.closesAt?.getTime();
  return collect(
    envelopeCents !== null &&
      envelopeCents < call.committedCents &&
      problem('ENVELOPE_BELOW_COMMITTED', 'L’enveloppe ne peut pas être moindre que ce qui est engagé.', [
        'envelopeCents',
      ]),
    maxPerProjectCents < largestCents &&
      problem('CEILING_BELOW_AWARD', 'Le plafond ne peut pas être moindre qu’une subvention accordée.', [
        'maxPerProjectCents',
      ]),
    isMoved &&
      (call.closesAt === null || call.closesAt <= now || closesAt <= call.closesAt) &&
      problem(
        'CLOSING_ONLY_LATER',
        'La clôture ne se déplace que plus tard, et tant que le dépôt est ouvert.',
        ['closesAt'],
      ),
    eligibility != null &&
      call.closesAt !== null &&
      call.closesAt <= now &&
      problem('RULES_AFTER_CLOSING', 'Les règles ne changent plus après la clôture.', ['eligibility']),
  );
}

async function largestAward(tx: EntityManager, callId: string): Promise<number> {
  const [row]: { cents: number }[] = await tx.query(
    'SELECT coalesce(max(awarded_cents), 0)::float8 AS cents FROM application WHERE call_id = $1',
    [callId],
  );
  return row?.cents ?? 0;
}

/** Whether somebody scores by the grid of an edition; whoever is about to waits until the end of the transaction. */
async function isScored(tx: EntityManager, callId: string): Promise<boolean> {
  await tx.query('SELECT 1 FROM evaluation_criterion WHERE call_id = $1 ORDER BY code FOR UPDATE', [callId]);
  const rows: unknown[] = await tx.query('SELECT 1 FROM review_score WHERE call_id = $1 LIMIT 1', [callId]);
  return rows.length > 0;
}
