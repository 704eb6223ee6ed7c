import { loadOne } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { IS_PUBLISHED_FACT } from '../application/application.queries.ts';
import { Call } from './call.entity.ts';

export const callById = loadOne<Call>(
  ({ db }, ids) =>
    db
      .createQueryBuilder(Call, 'call')
      .where('call.id = ANY(:ids)', { ids: [...ids] })
      .getMany(),
  ({ id }) => id,
);

/** Every edition, the newest first. */
export function allCalls(db: EntityManager): Promise<Call[]> {
  return db.find(Call, { order: { edition: 'DESC' } });
}

/** How many real laureates of each call are named. */
export const publishedLaureates = loadOne<{ callId: string; count: number }>(
  ({ db }, callIds) =>
    db.query(
      `SELECT a.call_id AS "callId", count(*)::int AS count FROM application a
        WHERE a.call_id = ANY($1) AND ${IS_PUBLISHED_FACT} GROUP BY a.call_id`,
      [callIds],
    ),
  ({ callId }) => callId,
);
