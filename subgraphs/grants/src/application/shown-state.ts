import type { Context, Viewer } from '@graphess/subgraph-kit';
import { statesOfCall } from '../workflow/workflow.queries.ts';
import type { Application } from './application.entity.ts';
import type { ApplicationState } from './application.state.ts';

/** Whether somebody sees the steps of the jury. */
export function seesJurySteps({ roles }: Pick<Viewer, 'roles'>): boolean {
  return roles.some((role) => role === 'agent' || role === 'admin' || role === 'juror');
}

/** The state of an application, and its name, as whoever asks is shown it. */
export async function shownState(
  ctx: Context,
  { callId, state }: Pick<Application, 'callId' | 'state'>,
): Promise<{ state: ApplicationState; label: string }> {
  const declared = (await statesOfCall(ctx).load(callId)).find((each) => each.state === state);
  if (declared === undefined) return { state, label: state };
  return seesJurySteps(ctx.viewer)
    ? { state, label: declared.label }
    : { state: declared.publicState, label: declared.publicLabel };
}
