import { loadOne } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { EventSeries } from './event-series.entity.ts';

export const seriesByCode = loadOne<EventSeries>(
  ({ db }, codes) =>
    db
      .createQueryBuilder(EventSeries, 'series')
      .where('series.code = ANY(:codes)', { codes: [...codes] })
      .getMany(),
  ({ code }) => code,
);

/** Every series, in the order of the sources. */
export function allSeries(db: EntityManager): Promise<EventSeries[]> {
  return db.find(EventSeries, { order: { position: 'ASC' } });
}
