import { connectionOf } from '@graphess/subgraph-kit';
import { ObjectType } from 'type-graphql';
import { Event } from './event.entity.ts';
import type { EventSelection } from './event-list.queries.ts';

/** Whose events a list holds, and which of them. */
export type ListedEvents = { owner: string; selection: EventSelection };

const { Connection } = connectionOf(() => Event, { name: 'Event', items: 'événements' });

/** A page of events that remembers what it is a page of, for its facets. */
@ObjectType('EventConnection', { description: 'Une page d’une liste : événements.' })
export class EventConnection extends Connection implements ListedEvents {
  owner!: string;
  selection!: EventSelection;
}

@ObjectType({
  description:
    'Répartition de toute une liste filtrée d’événements, et non de la page. Chaque répartition a pour somme `totalCount`.',
})
export class EventFacets implements ListedEvents {
  owner!: string;
  selection!: EventSelection;
}
