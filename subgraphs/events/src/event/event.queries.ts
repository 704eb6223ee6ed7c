import { loadMany, loadOne } from '@graphess/subgraph-kit';
import { Event } from './event.entity.ts';
import { Session } from './session.entity.ts';

export const eventById = loadOne<Event>(
  ({ db }, ids) =>
    db
      .createQueryBuilder(Event, 'event')
      .where('event.id = ANY(:ids)', { ids: [...ids] })
      .getMany(),
  ({ id }) => id,
);

/** The events that an event is made of, in the order of the agenda. */
export const partsOfEvent = loadMany<Event>(
  ({ db }, parentIds) =>
    db
      .createQueryBuilder(Event, 'event')
      .where('event.parentId = ANY(:parentIds)', { parentIds: [...parentIds] })
      .orderBy('event.startsOn')
      .addOrderBy('event.startsAt', 'ASC', 'NULLS LAST')
      .addOrderBy('event.id')
      .getMany(),
  ({ parentId }) => parentId ?? '',
);

export const sessionsOfEvent = loadMany<Session>(
  ({ db }, eventIds) =>
    db
      .createQueryBuilder(Session, 'session')
      .where('session.eventId = ANY(:eventIds)', { eventIds: [...eventIds] })
      .orderBy('session.position')
      .getMany(),
  ({ eventId }) => eventId,
);
