import type { Context } from '@graphess/subgraph-kit';
import { isOwnStructure } from '../own-structure/own-structure.queries.ts';
import { statesOfCall } from '../workflow/workflow.queries.ts';
import type { Application } from './application.entity.ts';
import type { ApplicationState } from './application.state.ts';

/** Whether somebody sees the steps of the jury: never of the structure that they act for. */
export async function seesJurySteps(
  ctx: Context,
  { organizationId }: Pick<Application, 'organizationId'>,
): Promise<boolean> {
  const isInside = ctx.viewer.roles.some((role) => role === 'agent' || role === 'admin' || role === 'juror');
  return isInside && !(await isOwnStructure(ctx, organizationId));
}

/** The state of an application, and its name, as whoever asks is shown it. */
export async function shownState(
  ctx: Context,
  { callId, state, organizationId }: Pick<Application, 'callId' | 'state' | 'organizationId'>,
): Promise<{ state: ApplicationState; label: string }> {
  const declared = (await statesOfCall(ctx).load(callId)).find((each) => each.state === state);
  if (declared === undefined) return { state, label: state };
  return (await seesJurySteps(ctx, { organizationId }))
    ? { state, label: declared.label }
    : { state: declared.publicState, label: declared.publicLabel };
}
