import type { EntityManager } from 'typeorm';

/** Connections of a pool: busy, idle, and requests that wait for one. */
export type PoolUse = { busy: number; idle: number; waiting: number };

/** How a subgraph's pool is used now; all zero where TypeORM shows none. */
export function poolUse(db: EntityManager): PoolUse {
  const { master } = db.dataSource.driver as {
    master?: { totalCount: number; idleCount: number; waitingCount: number };
  };
  if (master === undefined) return { busy: 0, idle: 0, waiting: 0 };
  const { totalCount, idleCount, waitingCount } = master;
  return { busy: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
}
