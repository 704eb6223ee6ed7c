import { loadMany } from '@graphess/subgraph-kit';
import { Milestone } from './milestone.entity.ts';

/** The milestones of a call by their first possible day, then the narrowest first; those without a year last. */
export const milestonesOfCall = loadMany<Milestone>(
  ({ db }, callIds) =>
    db
      .createQueryBuilder(Milestone, 'milestone')
      .where('milestone.callId = ANY(:callIds)', { callIds: [...callIds] })
      .orderBy('milestone.earliest', 'ASC', 'NULLS LAST')
      .addOrderBy('milestone.latest')
      .addOrderBy('milestone.position')
      .addOrderBy('milestone.code')
      .getMany(),
  ({ callId }) => callId,
);
