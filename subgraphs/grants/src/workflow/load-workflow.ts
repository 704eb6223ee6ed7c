import type { TableRows } from '@graphess/subgraph-kit';
import { STANDARD_WORKFLOW, type WorkflowRecord } from './standard-workflow.ts';

/** The rows of the workflows of calls; a call without one of its own has the standard one. */
export function workflowTables(
  calls: readonly { callId: string; workflow?: WorkflowRecord | undefined }[],
  scope: (column: string) => NonNullable<TableRows['scope']>,
): TableRows[] {
  return [
    {
      table: 'workflow_state',
      key: ['call_id', 'state'],
      rows: calls.flatMap(({ callId, workflow = STANDARD_WORKFLOW }) =>
        workflow.states.map(({ state, label, publicState, publicLabel }, position) => ({
          call_id: callId,
          state,
          position,
          label,
          public_state: publicState,
          public_label: publicLabel,
        })),
      ),
      scope: scope('call_id'),
    },
    {
      table: 'workflow_transition',
      key: ['call_id', 'action', 'from_state'],
      rows: calls.flatMap(({ callId, workflow = STANDARD_WORKFLOW }) =>
        workflow.transitions
          .flatMap(({ from, ...transition }) => from.map((each) => ({ ...transition, from: each })))
          .map(({ action, from, to, roles, guards }, position) => ({
            call_id: callId,
            action,
            from_state: from,
            to_state: to,
            roles,
            guards,
            position,
          })),
      ),
      scope: scope('call_id'),
    },
  ];
}
