import { loadMany } from '@graphess/subgraph-kit';
import { Benefit } from './benefit.entity.ts';

export const benefitsOfCall = loadMany<Benefit>(
  ({ db }, callIds) =>
    db
      .createQueryBuilder(Benefit, 'benefit')
      .where('benefit.callId = ANY(:callIds)', { callIds: [...callIds] })
      .orderBy({ 'benefit.position': 'ASC', 'benefit.code': 'ASC' })
      .getMany(),
  ({ callId }) => callId,
);
