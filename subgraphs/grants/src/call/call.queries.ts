import { loadOne } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
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

/** How many named laureates each call has. */
export const publishedLaureates = loadOne<{ callId: string; count: number }>(
  ({ db }, callIds) =>
    db.query(
      `SELECT call_id AS "callId", count(*)::int AS count FROM application
        WHERE call_id = ANY($1) AND state = 'AWARDED' AND NOT is_demonstration GROUP BY call_id`,
      [callIds],
    ),
  ({ callId }) => callId,
);
