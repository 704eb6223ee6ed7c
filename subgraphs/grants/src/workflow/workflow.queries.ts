import { loadMany } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { WorkflowState } from './workflow-state.entity.ts';
import { WorkflowTransition } from './workflow-transition.entity.ts';

export const statesOfCall = loadMany<WorkflowState>(
  ({ db }, callIds) =>
    db
      .createQueryBuilder(WorkflowState, 'state')
      .where('state.callId = ANY(:callIds)', { callIds: [...callIds] })
      .orderBy('state.position')
      .getMany(),
  ({ callId }) => callId,
);

export const transitionsOfCall = loadMany<WorkflowTransition>(
  ({ db }, callIds) => transitionsOf(db, callIds),
  ({ callId }) => callId,
);

/** The transitions that calls declare, in the order of their declaration. */
export function transitionsOf(db: EntityManager, callIds: readonly string[]): Promise<WorkflowTransition[]> {
  return db
    .createQueryBuilder(WorkflowTransition, 'transition')
    .where('transition.callId = ANY(:callIds)', { callIds: [...callIds] })
    .orderBy('transition.position')
    .getMany();
}
