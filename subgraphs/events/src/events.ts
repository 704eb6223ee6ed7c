import { Claim, ClaimResolver, claimFeed, ProvenanceTables1767225700000, Source } from '@graphess/provenance';
import {
  followOrganizations,
  followTerritories,
  OrganizationCopy,
  OrganizationRedirect1767227200000,
  OrganizationRoles1767228300000,
  ReferenceTables1767225800000,
  TerritoryCopy,
} from '@graphess/reference';
import { type Context, defineSubgraph } from '@graphess/subgraph-kit';
import { followAuditions } from './audition/audition.follow.ts';
import { loadDemonstrationEvents } from './demonstration/load-demonstration-events.ts';
import { Event } from './event/event.entity.ts';
import { eventFeed } from './event/event.feed.ts';
import { eventById } from './event/event.queries.ts';
import { EventResolver, SessionResolver } from './event/event.resolver.ts';
import { EventConnectionResolver, EventFacetsResolver } from './event/event-connection.resolver.ts';
import { loadEvents } from './event/load-events.ts';
import { Session } from './event/session.entity.ts';
import { eventsPermissions } from './events.permissions.ts';
import { TerritoryResolver } from './foreign/territory.ts';
import { FundingInstrument } from './instrument/funding-instrument.entity.ts';
import { fundingInstrumentByCode } from './instrument/funding-instrument.queries.ts';
import { FundingInstrumentResolver } from './instrument/funding-instrument.resolver.ts';
import { MeetingResolver } from './meeting/meeting.resolver.ts';
import { Event1767226000000 } from './migrations/1767226000000-event.ts';
import { AuditionEvent1767228420000 } from './migrations/1767228420000-audition-event.ts';
import { AgendaChanges1767228550000 } from './migrations/1767228550000-agenda-changes.ts';
import { EventSeries } from './series/event-series.entity.ts';
import { EventSeriesResolver } from './series/event-series.resolver.ts';

export const events = defineSubgraph({
  name: 'events',
  entities: [Source, Claim, TerritoryCopy, OrganizationCopy, EventSeries, FundingInstrument, Event, Session],
  resolvers: [
    ClaimResolver,
    EventResolver,
    SessionResolver,
    EventConnectionResolver,
    EventFacetsResolver,
    EventSeriesResolver,
    FundingInstrumentResolver,
    MeetingResolver,
    TerritoryResolver,
  ],
  references: {
    Event: ({ id }: { id: string }, ctx: Context) => eventById(ctx).load(id),
    FundingInstrument: ({ code }: { code: string }, ctx: Context) => fundingInstrumentByCode(ctx).load(code),
  },
  migrations: [
    ProvenanceTables1767225700000,
    ReferenceTables1767225800000,
    Event1767226000000,
    OrganizationRedirect1767227200000,
    OrganizationRoles1767228300000,
    AuditionEvent1767228420000,
    AgendaChanges1767228550000,
  ],
  feeds: { claim: claimFeed, event: eventFeed },
  follows: [followTerritories, followOrganizations, followAuditions],
  permissions: eventsPermissions,
  async load(db, settings) {
    return [...(await loadEvents(db, settings)), ...(await loadDemonstrationEvents(db, settings))];
  },
});
