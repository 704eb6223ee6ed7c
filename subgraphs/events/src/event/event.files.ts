import { eventId } from '@graphess/identifiers';
import type { ClaimRecord, SubjectClaim } from '@graphess/provenance';
import { type LoadSettings, readDataFile } from '@graphess/subgraph-kit';
import type { SeriesFile } from '../series/event-series.files.ts';
import type { EventPrecision, EventStatus, EventType } from './event.vocabulary.ts';
import type { EventRecord } from './store-events.ts';

type SessionFile = {
  slug: string;
  title: string;
  startsAt: string | null;
  endsAt: string | null;
  speakers: string[];
};

/** An event as the data files write it. */
type EventFile = {
  slug: string;
  title: string;
  aliases: string[];
  type: EventType;
  startsOn: string;
  precision: EventPrecision;
  startsAt: string | null;
  endsAt: string | null;
  venue: { name: string; address: string | null } | null;
  territory: string | null;
  status: EventStatus;
  description: string | null;
  series: string | null;
  parent: string | null;
  organizers: string[];
  sessions: SessionFile[];
  speedMeetings: { slotMinutes: number; slots: number } | null;
  claims: ClaimRecord[];
  sources: string[];
};

export function readEventFiles({ dataDir, area }: Pick<LoadSettings, 'dataDir' | 'area'>): EventFile[] {
  return readDataFile<EventFile[]>(dataDir, area, 'events/events.json', []);
}

export function eventRecordOf(file: EventFile, series: readonly SeriesFile[]): EventRecord {
  return {
    id: eventId(file.slug),
    title: file.title,
    aliases: file.aliases,
    type: file.type,
    startsOn: file.startsOn,
    precision: file.precision,
    startsAt: file.startsAt,
    endsAt: file.endsAt,
    venue: file.venue && { ...file.venue, accessibility: [] },
    territoryId: file.territory,
    capacity: null,
    registered: null,
    waitlisted: null,
    status: file.status,
    description: file.description,
    audience: audienceOf(file, series),
    seriesCode: file.series,
    parentId: file.parent === null ? null : eventId(file.parent),
    organizerIds: file.organizers,
    speedMeetings: file.speedMeetings,
    sourceIds: file.sources,
    sessions: file.sessions.map(({ speakers, ...session }) => ({ ...session, speakerIds: speakers })),
  };
}

export function claimsOfEvent({ slug, claims }: EventFile): SubjectClaim[] {
  return claims.map((claim) => ({ ...claim, subject: eventId(slug) }));
}

function audienceOf({ claims, series: code }: EventFile, series: readonly SeriesFile[]): string | null {
  const own = claims.find(({ field, current }) => field === 'audience' && current);
  return own?.statement ?? series.find((each) => each.code === code)?.audience ?? null;
}
