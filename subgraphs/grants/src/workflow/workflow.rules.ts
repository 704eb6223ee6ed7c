import type { ApplicationState } from '../application/application.state.ts';
import type { ApplicationAction } from './application-action.ts';
import type { WorkflowTransition } from './workflow-transition.entity.ts';

export type Declared = Pick<WorkflowTransition, 'action' | 'fromState' | 'toState' | 'roles' | 'guards'>;

/** What becomes of an action from a state: the transition, or why there is none for somebody of these roles. */
export type Judged<Transition extends Declared> =
  | { kind: 'ALLOWED'; transition: Transition }
  | { kind: 'UNDECLARED' }
  | { kind: 'FORBIDDEN'; roles: readonly string[] };

/**
 * Judges an action. Roles come first: who may never do it from any state is told nothing of where the application stands.
 */
export function judgeAction<Transition extends Declared>(
  transitions: readonly Transition[],
  { state, action, roles }: { state: ApplicationState; action: ApplicationAction; roles: readonly string[] },
): Judged<Transition> {
  const ways = transitions.filter((each) => each.action === action);
  const mayAtAll = ways.some((way) => way.roles.some((role) => roles.includes(role)));
  if (ways.length > 0 && !mayAtAll) {
    return { kind: 'FORBIDDEN', roles: [...new Set(ways.flatMap((way) => way.roles))] };
  }
  const transition = ways.find(({ fromState }) => fromState === state);
  if (transition === undefined) return { kind: 'UNDECLARED' };
  return transition.roles.some((role) => roles.includes(role))
    ? { kind: 'ALLOWED', transition }
    : { kind: 'FORBIDDEN', roles: transition.roles };
}
