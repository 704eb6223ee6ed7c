import { type Context, type Problem, UserError, ValidationError, writeOnce } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { type LockedApplication, lockApplication } from '../application/lock-application.queries.ts';
import { applicationShown } from '../application-form/application-shown.ts';
import { lockOwnApplication } from '../application-form/lock-own-application.queries.ts';
import { type Move, moveApplication, refusalOfAction } from '../workflow/move-application.ts';
import {
  type InstructApplicationPayload,
  InstructApplicationSuccess,
} from './instruct-application.payload.ts';

type Refused = Exclude<typeof InstructApplicationPayload, InstructApplicationSuccess>;

type Step = {
  readonly operation: string;
  readonly input: { id: string; expectedVersion: number; idempotencyKey: string };
  readonly move: Move;
  /** Whether it is for the structure that applied, rather than for agents. */
  readonly own?: boolean;
  /** What is wrong in what was sent, told once the step itself is permitted. */
  readonly problems?: readonly Problem[];
  /** What the step writes beside the new state. */
  readonly write?: (tx: EntityManager, application: LockedApplication) => Promise<UserError | undefined>;
};

/** A step of the instruction: judged by the workflow of the edition, then by what was sent, then written. */
export function instructApplication(ctx: Context, step: Step): Promise<typeof InstructApplicationPayload> {
  return writeOnce(
    ctx,
    step.operation,
    step.input,
    (tx) => take(tx, ctx, step),
    async (tx, { id }) =>
      Object.assign(new InstructApplicationSuccess(), { application: await applicationShown(tx, ctx, id) }),
  );
}

async function take(
  tx: EntityManager,
  ctx: Context,
  { input, move, own = false, problems = [], write }: Step,
): Promise<{ id: string } | Refused> {
  const { id, expectedVersion } = input;
  const lock = own ? lockOwnApplication : lockApplication;
  const application = await lock(tx, ctx, id, { expectedVersion, path: 'id' });
  if (!('state' in application)) return application;
  const judged = await refusalOfAction(tx, ctx, application, move.action);
  if ('refusal' in judged) return judged.refusal;
  if (problems.length > 0) return ValidationError.of(problems);
  const refusal = await write?.(tx, application);
  if (refusal !== undefined) return refusal as Refused;
  const moved = await moveApplication(tx, ctx, application, move);
  return moved instanceof UserError ? moved : { id };
}
