import { collect, type Problem, problem } from '@graphess/subgraph-kit';
import type { ApplicationState } from '../application/application.state.ts';
import type { ApplicationAction } from './application-action.ts';
import type { WorkflowRecord } from './standard-workflow.ts';

const ROLES = ['agent', 'applicant'];
/** Where these actions lead, and what alone leads there: an award is its money, a refusal its reason. */
const LEADS_TO: Partial<Readonly<Record<ApplicationAction, ApplicationState>>> = {
  SUBMIT: 'SUBMITTED',
  WITHDRAW: 'WITHDRAWN',
  DECLARE_INELIGIBLE: 'INELIGIBLE',
  AWARD: 'AWARDED',
  REJECT: 'REJECTED',
};
/** What the structure that applies does; agents do all the rest, and they alone. */
const OF_APPLICANTS: readonly ApplicationAction[] = ['SUBMIT', 'WITHDRAW', 'ANSWER'];
/** What every circuit has: it begins as a draft, is filed, and ends one way or the other. */
const NEEDED: readonly ApplicationState[] = ['DRAFT', 'SUBMITTED', 'AWARDED', 'REJECTED'];

/** Why a workflow does not hold together; `path` is where it stands in the input. */
export function problemsOfWorkflow({ states, transitions }: WorkflowRecord, path: string): Problem[] {
  const known = new Set(states.map(({ state }) => state));
  const twice = states.filter(({ state }, at) => states.findIndex((each) => each.state === state) !== at);
  const pairs = transitions.flatMap(({ action, from }) => from.map((each) => `${action} ${each}`));
  const reached = reachable(transitions);
  return collect(
    ...NEEDED.map(
      (state) =>
        !known.has(state) &&
        problem('STATE_MISSING', `Le circuit doit avoir l’état ${state}.`, [path, 'states']),
    ),
    ...twice.map(({ state }) =>
      problem('STATE_TWICE', `L’état ${state} est déclaré deux fois.`, [path, 'states']),
    ),
    ...states.map(
      ({ state, publicState }, at) =>
        !known.has(publicState) &&
        problem('STATE_UNKNOWN', `${state} est montré comme ${publicState}, que le circuit n’a pas.`, [
          ...[path, 'states', String(at), 'publicState'],
        ]),
    ),
    ...states.map(
      ({ state, label, publicLabel }, at) =>
        (label.trim() === '' || publicLabel.trim() === '') &&
        problem('LABEL_MISSING', `L’état ${state} n’a pas de nom.`, [path, 'states', String(at)]),
    ),
    ...[...known].map(
      (state) =>
        state !== 'DRAFT' &&
        !reached.has(state) &&
        problem('STATE_UNREACHABLE', `Aucun changement ne mène à l’état ${state}.`, [path, 'transitions']),
    ),
    ...transitions.flatMap(({ from, to, roles, action }, at) => {
      const here = [path, 'transitions', String(at)];
      const strange = [...from, to].filter((state) => !known.has(state));
      return collect(
        strange.length > 0 &&
          problem('STATE_UNKNOWN', `${action} : le circuit n’a pas l’état ${strange.join(', ')}.`, here),
        from.length === 0 && problem('FROM_MISSING', `${action} : d’aucun état.`, [...here, 'from']),
        from.includes(to) && problem('SAME_STATE', `${action} : mène à l’état de départ.`, [...here, 'to']),
        (roles.length === 0 || roles.some((role) => !ROLES.includes(role))) &&
          problem('ROLE_UNKNOWN', `${action} : les rôles sont « agent » et « applicant ».`, [
            ...here,
            'roles',
          ]),
        roles.includes('applicant') &&
          !OF_APPLICANTS.includes(action) &&
          problem('DECIDED_BY_APPLICANT', `${action} : réservée aux agents.`, [...here, 'roles']),
        (LEADS_TO[action] ?? to) !== to &&
          problem('ACTION_LEADS_ELSEWHERE', `${action} : mène à l’état ${LEADS_TO[action]}.`, [
            ...here,
            'to',
          ]),
        (onlyWayTo(to) ?? action) !== action &&
          problem('STATE_OF_ANOTHER_ACTION', `${action} : seule ${onlyWayTo(to)} mène à l’état ${to}.`, [
            ...here,
            'to',
          ]),
        from.includes('AWARDED') &&
          action !== 'REOPEN' &&
          problem('AWARD_LEFT_OTHERWISE', `${action} : une subvention ne se reprend que par REOPEN.`, [
            ...here,
            'from',
          ]),
      );
    }),
    new Set(pairs).size < pairs.length &&
      problem('TRANSITION_TWICE', 'Une même action part deux fois du même état.', [path, 'transitions']),
  );
}

/** The states that some way leads to from a draft. */
function reachable(transitions: WorkflowRecord['transitions']): Set<ApplicationState> {
  const reached = new Set<ApplicationState>(['DRAFT']);
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const { from, to } of transitions) if (from.some((state) => reached.has(state))) reached.add(to);
  }
  return reached;
}

/** The action that alone leads to a state; undefined where others may. */
function onlyWayTo(state: ApplicationState): string | undefined {
  return Object.entries(LEADS_TO).find(([, to]) => to === state)?.[0];
}
