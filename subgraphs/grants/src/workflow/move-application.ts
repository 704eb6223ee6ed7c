import { appendToJournal, ConflictError, type Context, PermissionError } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { LockedApplication } from '../application/lock-application.queries.ts';
import { authorOf } from '../attempt/author-of.ts';
import { refusalToJudgeOwn } from '../own-structure/refusal-to-judge-own.ts';
import type { ApplicationAction } from './application-action.ts';
import { transitionsOf } from './workflow.queries.ts';
import { judgeAction } from './workflow.rules.ts';
import type { WorkflowTransition } from './workflow-transition.entity.ts';

export type Move = {
  readonly action: ApplicationAction;
  /** For whoever applied: it is part of the history that they read. */
  readonly reason?: string | null;
  /** Of an award, which leaves with the state it came with. */
  readonly awardedCents?: number;
  /** Of the journal: codes, ids and counts, nothing personal. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
};

/** What stands in the way of an action, by the workflow of the edition alone; null when nothing does. */
export async function refusalOfAction(
  tx: EntityManager,
  { viewer }: Pick<Context, 'viewer'>,
  application: LockedApplication,
  action: ApplicationAction,
): Promise<{ refusal: PermissionError | ConflictError } | { transition: WorkflowTransition }> {
  const transitions = await transitionsOf(tx, [application.callId]);
  const judged = judgeAction(transitions, { state: application.state, action, roles: viewer.roles });
  switch (judged.kind) {
    case 'ALLOWED': {
      const isStepOfApplicant =
        judged.transition.roles.includes('applicant') && viewer.roles.includes('applicant');
      const refusal = isStepOfApplicant ? null : refusalToJudgeOwn(viewer, application);
      return refusal === null ? { transition: judged.transition } : { refusal };
    }
    case 'FORBIDDEN':
      return { refusal: PermissionError.of(judged.roles.join(' | '), viewer) };
    case 'UNDECLARED':
      return {
        refusal: Object.assign(
          ConflictError.of(
            'Dans l’état où est cette candidature, cette opération n’est pas prévue.',
            application.version,
          ),
          { code: 'TRANSITION_NOT_DECLARED' },
        ),
      };
  }
}

/**
 * Moves an application along the workflow of its edition, and writes it in its history and in the journal. The guards of
 * the transition are for the caller to check before. Call it last in a transaction: the journal has one writer at a time.
 */
export async function moveApplication(
  tx: EntityManager,
  ctx: Context,
  application: LockedApplication,
  { action, reason = null, awardedCents, details = {} }: Move,
): Promise<LockedApplication | PermissionError | ConflictError> {
  const judged = await refusalOfAction(tx, ctx, application, action);
  if ('refusal' in judged) return judged.refusal;
  const { fromState, toState, roles } = judged.transition;
  await tx.query(
    `UPDATE application SET state = $2, awarded_cents = $4, version = version + 1, updated_at = $3 WHERE id = $1`,
    [application.id, toState, ctx.now, awardedCents ?? null],
  );
  const seq = await appendToJournal(tx, {
    ...authorOf(ctx),
    action: 'APPLICATION_MOVED',
    target: application.id,
    details: { ...details, step: action, from: fromState, to: toState },
  });
  await tx.query(
    `INSERT INTO application_transition
       (application_id, action, from_state, to_state, at, actor_role, actor, reason, journal_seq)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      application.id,
      action,
      fromState,
      toState,
      ctx.now,
      ctx.viewer.roles.find((role) => roles.includes(role)),
      ctx.viewer.subject,
      reason,
      seq,
    ],
  );
  return { ...application, state: toState, version: application.version + 1 };
}
