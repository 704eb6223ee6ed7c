import { type Context, UserError, writeOnce } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { type LockedApplication, lockApplication } from '../application/lock-application.queries.ts';
import { type Move, moveApplication } from '../workflow/move-application.ts';
import { DecisionSuccess } from './decision.payload.ts';
import { decidedApplications } from './decision.queries.ts';

type Step = { id: string; expectedVersion: number; idempotencyKey: string };

/** A decision that only moves an application; `before` may refuse it, or undo what the step takes back. */
export function takeStep(
  ctx: Context,
  operation: string,
  input: Step,
  move: Move,
  before: (tx: EntityManager, application: LockedApplication) => Promise<UserError | null> = async () => null,
) {
  return writeOnce(
    ctx,
    operation,
    input,
    async (tx) => {
      const application = await lockApplication(tx, ctx, input.id, {
        expectedVersion: input.expectedVersion,
        path: 'id',
      });
      if (application instanceof UserError) return application;
      const refusal = await before(tx, application);
      if (refusal !== null) return refusal;
      const moved = await moveApplication(tx, ctx, application, move);
      return moved instanceof UserError ? moved : { id: moved.id };
    },
    async (tx, { id }) => presentDecision(tx, id),
  );
}

/** The success of a decision on one application. */
export async function presentDecision(tx: EntityManager, id: string): Promise<DecisionSuccess> {
  const [application] = await decidedApplications(tx, [id]);
  return Object.assign(new DecisionSuccess(), { application });
}
