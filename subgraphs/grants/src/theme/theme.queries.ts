import { loadMany } from '@graphess/subgraph-kit';
import { Theme } from './theme.entity.ts';

/** The themes of a call and their sub-themes, in the order of the call. */
export const themesOfCall = loadMany<Theme>(
  ({ db }, callIds) =>
    db
      .createQueryBuilder(Theme, 'theme')
      .where('theme.callId = ANY(:callIds)', { callIds: [...callIds] })
      .orderBy({ 'theme.position': 'ASC', 'theme.code': 'ASC' })
      .getMany(),
  ({ callId }) => callId,
);
