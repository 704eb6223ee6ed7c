import { Claim, claimsOfSubject, provenanceOf, Source } from '@graphess/provenance';
import { type Context, PageArguments } from '@graphess/subgraph-kit';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Organization, organizationReferences } from '../foreign/organization.ts';
import { Territory } from '../foreign/territory.ts';
import { EventSeries } from '../series/event-series.entity.ts';
import { seriesByCode } from '../series/event-series.queries.ts';
import { Event } from './event.entity.ts';
import { eventById, partsOfEvent, sessionsOfEvent } from './event.queries.ts';
import { eventIdArgument } from './event-argument.ts';
import { eventConnection } from './event-connection.queries.ts';
import { EventConnection } from './event-connection.type.ts';
import { criteriaOf, EventFilter } from './event-filter.input.ts';
import { EVERYONE } from './event-list.queries.ts';
import { Session } from './session.entity.ts';

@Resolver(() => Event)
export class EventResolver {
  @Query(() => EventConnection, {
    description:
      'Événements par jour, puis par heure (ceux dont l’heure n’est pas connue après les autres du jour).',
  })
  events(
    @Arg('filter', () => EventFilter, {
      nullable: true,
      description: 'Critères ; tous les événements si absent.',
    })
    filter: EventFilter | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: Context,
  ): Promise<EventConnection> {
    return eventConnection(ctx, EVERYONE, { list: 'all', criteria: criteriaOf(filter) }, page);
  }

  @Query(() => Event, {
    nullable: true,
    description: 'Un événement par son nom dans les adresses, nul s’il n’existe pas.',
  })
  event(
    @Arg('slug', () => String, { description: 'Nom de l’événement dans les adresses.' }) slug: string,
    @Ctx() ctx: Context,
  ): Promise<Event | null> {
    return eventById(ctx).load(eventIdArgument('slug', slug));
  }

  @FieldResolver(() => Territory, {
    nullable: true,
    description: 'Commune où il se tient, nulle si elle n’est pas connue.',
  })
  territory(@Root() { territoryId }: Event): Territory | null {
    return territoryId === null ? null : { id: territoryId };
  }

  @FieldResolver(() => EventSeries, {
    nullable: true,
    description: 'Série dont il fait partie, s’il y en a une.',
  })
  series(@Root() { seriesCode }: Event, @Ctx() ctx: Context): Promise<EventSeries | null> | null {
    return seriesCode === null ? null : seriesByCode(ctx).load(seriesCode);
  }

  @FieldResolver(() => Event, {
    nullable: true,
    description: 'Événement dont il fait partie, s’il y en a un.',
  })
  parent(@Root() { parentId }: Event, @Ctx() ctx: Context): Promise<Event | null> | null {
    return parentId === null ? null : eventById(ctx).load(parentId);
  }

  @FieldResolver(() => [Event], { description: 'Événements qui le composent, dans l’ordre.' })
  parts(@Root() { id }: Event, @Ctx() ctx: Context): Promise<Event[]> {
    return partsOfEvent(ctx).load(id);
  }

  @FieldResolver(() => [Claim], { description: 'Ce que chaque source affirme de l’événement.' })
  claims(@Root() { id }: Event, @Ctx() ctx: Context): Promise<Claim[]> {
    return claimsOfSubject(ctx).load(id);
  }

  @FieldResolver(() => [Source], { description: 'Sources de l’événement.' })
  sources(@Root() { sourceIds }: Event, @Ctx() ctx: Context): Promise<Source[]> {
    return provenanceOf(ctx, sourceIds);
  }

  @FieldResolver(() => [Organization], { nullable: 'items', description: 'Structures qui l’organisent.' })
  organizers(@Root() { organizerIds }: Event): Organization[] {
    return organizationReferences(organizerIds);
  }

  @FieldResolver(() => [Session], { description: 'Séquences de son programme, dans l’ordre.' })
  sessions(@Root() { id }: Event, @Ctx() ctx: Context): Promise<Session[]> {
    return sessionsOfEvent(ctx).load(id);
  }
}

@Resolver(() => Session)
export class SessionResolver {
  @FieldResolver(() => [Organization], { nullable: 'items', description: 'Structures qui y interviennent.' })
  speakers(@Root() { speakerIds }: Session): Organization[] {
    return organizationReferences(speakerIds);
  }
}
