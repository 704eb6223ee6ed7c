import { type Context, FacetCount, UNKNOWN_FACET } from '@graphess/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { EVENT_TYPE_LABELS, type EventType } from './event.vocabulary.ts';
import { EventConnection, EventFacets, type ListedEvents } from './event-connection.type.ts';
import { eventFacet } from './event-list.queries.ts';

@Resolver(() => EventConnection)
export class EventConnectionResolver {
  @FieldResolver(() => EventFacets, { description: 'Répartition de toute la liste filtrée.' })
  facets(@Root() { owner, selection }: ListedEvents): EventFacets {
    return { owner, selection };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Adresse de la liste pour un calendrier, nulle tant qu’elle n’existe pas.',
  })
  icsUrl(): string | null {
    return null;
  }
}

@Resolver(() => EventFacets)
export class EventFacetsResolver {
  @FieldResolver(() => [FacetCount], { description: 'Par nature d’événement.' })
  async types(@Root() { owner, selection }: ListedEvents, @Ctx() ctx: Context): Promise<FacetCount[]> {
    const rows = (await eventFacet(ctx, owner, { selection, facet: 'types' })) ?? [];
    return rows.map(({ key, count }) => ({
      key: key as EventType,
      label: EVENT_TYPE_LABELS[key as EventType],
      count,
    }));
  }

  @FieldResolver(() => [FacetCount], { description: 'Par commune.' })
  territories(@Root() listed: ListedEvents, @Ctx() ctx: Context): Promise<FacetCount[]> {
    return facetWithUnknown(ctx, listed, 'territories');
  }

  @FieldResolver(() => [FacetCount], { description: 'Par série.' })
  series(@Root() listed: ListedEvents, @Ctx() ctx: Context): Promise<FacetCount[]> {
    return facetWithUnknown(ctx, listed, 'series');
  }
}

async function facetWithUnknown(
  ctx: Context,
  { owner, selection }: ListedEvents,
  facet: 'territories' | 'series',
): Promise<FacetCount[]> {
  const rows = (await eventFacet(ctx, owner, { selection, facet })) ?? [];
  return rows.map(({ key, label, count }) =>
    key === null ? { ...UNKNOWN_FACET, count } : { key, label: label ?? key, count },
  );
}
