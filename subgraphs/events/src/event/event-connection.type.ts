import { type Connection, connectionOf } from '@graphess/subgraph-kit';
import { ObjectType } from 'type-graphql';
import { Event } from './event.entity.ts';
import type { EventSelection } from './event-list.queries.ts';

export const { Connection: EventConnection } = connectionOf(() => Event, {
  name: 'Event',
  items: 'événements',
});

/** A page of events that remembers what it is a page of, for its totals. */
export type EventConnection = Connection<Event> & ListedEvents;

/** Whose events a list holds, and which of them. */
export type ListedEvents = { owner: string; selection: EventSelection };

@ObjectType({
  description:
    'Répartition de toute une liste filtrée d’événements, et non de la page. Chaque répartition a pour somme `totalCount`.',
})
export class EventFacets implements ListedEvents {
  owner!: string;
  selection!: EventSelection;
}
