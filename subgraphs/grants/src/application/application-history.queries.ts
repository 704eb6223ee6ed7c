import { type Context, loadMany } from '@graphess/subgraph-kit';
import { statesOfCall } from '../workflow/workflow.queries.ts';
import type { Application } from './application.entity.ts';
import type { ApplicationState } from './application.state.ts';
import type { StateTransition } from './application-follow-up.type.ts';
import { seesJurySteps } from './shown-state.ts';

type Step = StateTransition & { applicationId: string; from: ApplicationState };

const stepsOfApplication = loadMany<Step>(
  ({ db }, applicationIds) =>
    db.query(
      `SELECT t.application_id AS "applicationId", t.from_state AS "from", t.to_state AS "to", t.at,
              t.actor_role AS "actorRole", t.reason, encode(j.hash, 'hex') AS hash
         FROM application_transition t JOIN journal j ON j.seq = t.journal_seq
        WHERE t.application_id = ANY($1) ORDER BY t.id`,
      [applicationIds],
    ),
  ({ applicationId }) => applicationId,
);

/** The steps of an application. Those of the jury, and why it took them, are for agents and jury. */
export async function historyOf(ctx: Context, application: Application): Promise<StateTransition[]> {
  const { id, callId } = application;
  const steps = await stepsOfApplication(ctx).load(id);
  if (await seesJurySteps(ctx, application)) return steps;
  const states = await statesOfCall(ctx).load(callId);
  const shown = (state: ApplicationState) =>
    states.find((each) => each.state === state)?.publicState ?? state;
  return steps
    .map((step) => ({ ...step, from: shown(step.from), to: shown(step.to) }))
    .filter(({ from, to }) => from !== to);
}
