import { Claim, claimsOfSubject, provenanceOf, Source } from '@graphess/provenance';
import { type Context, PageArguments } from '@graphess/subgraph-kit';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { eventConnection } from '../event/event-connection.queries.ts';
import { EventConnection } from '../event/event-connection.type.ts';
import { NO_CRITERIA } from '../event/event-list.queries.ts';
import { EventSeries } from './event-series.entity.ts';
import { allSeries } from './event-series.queries.ts';

@Resolver(() => EventSeries)
export class EventSeriesResolver {
  @Query(() => [EventSeries], { description: 'Toutes les séries d’événements, dans l’ordre des sources.' })
  eventSeries(@Ctx() { db }: Context): Promise<EventSeries[]> {
    return allSeries(db);
  }

  @FieldResolver(() => [Claim], {
    description: 'Ce que chaque source affirme de la série (objet `SERIES:` suivi du code).',
  })
  claims(@Root() { code }: EventSeries, @Ctx() ctx: Context): Promise<Claim[]> {
    return claimsOfSubject(ctx).load(`SERIES:${code}`);
  }

  @FieldResolver(() => [Source], { description: 'Sources de la série.' })
  sources(@Root() { sourceIds }: EventSeries, @Ctx() ctx: Context): Promise<Source[]> {
    return provenanceOf(ctx, sourceIds);
  }

  @FieldResolver(() => EventConnection, { description: 'Événements de la série, par jour et par heure.' })
  events(
    @Root() { code }: EventSeries,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: Context,
  ): Promise<EventConnection> {
    return eventConnection(ctx, code, { list: 'series', criteria: NO_CRITERIA }, page);
  }
}
