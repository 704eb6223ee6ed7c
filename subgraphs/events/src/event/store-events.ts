import { deleteRowsBut, type LoadReport, parisDay, replaceRows, upsertRows } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { lastPossibleDay } from './event.rules.ts';
import type { EventPrecision, EventStatus, EventType } from './event.vocabulary.ts';

/** An event to store, whether stated by a source or invented. Instants are RFC 3339, days `YYYY-MM-DD`, ids global. */
export type EventRecord = {
  id: string;
  title: string;
  aliases: readonly string[];
  type: EventType;
  startsOn: string;
  precision: EventPrecision;
  startsAt: string | null;
  endsAt: string | null;
  venue: { name: string; address: string | null; accessibility: readonly string[] } | null;
  territoryId: string | null;
  capacity: number | null;
  registered: number | null;
  waitlisted: number | null;
  status: EventStatus;
  description: string | null;
  audience: string | null;
  seriesCode: string | null;
  parentId: string | null;
  organizerIds: readonly string[];
  speedMeetings: { slotMinutes: number; slots: number } | null;
  sourceIds: readonly string[];
  sessions: readonly SessionRecord[];
};

export type SessionRecord = {
  slug: string;
  title: string;
  startsAt: string | null;
  endsAt: string | null;
  speakerIds: readonly string[];
};

/** Those that another domain announces are no records of ours. */
const OWN = `type <> 'AUDITION'`;

/** Makes `records` the events of their kind, facts or demonstration; those of that kind that are not among them go. */
export async function storeEvents(
  db: EntityManager,
  records: readonly EventRecord[],
  isDemonstration: boolean,
): Promise<LoadReport[]> {
  const events = {
    table: 'event',
    key: ['id'],
    rows: records.map((record) => eventRow(record, isDemonstration)),
    scope: { sql: `t.is_demonstration = $1 AND t.${OWN}`, params: [isDemonstration] },
  };
  const reports = [
    await upsertRows(db, events.table, events.key, events.rows),
    await replaceRows(db, {
      table: 'session',
      key: ['id'],
      rows: records.flatMap(sessionRows),
      scope: {
        sql: `t.event_id IN (SELECT id FROM event WHERE is_demonstration = $1 AND ${OWN})`,
        params: [isDemonstration],
      },
    }),
  ];
  // Last: an event that stays may have been a part of one that leaves.
  await deleteRowsBut(db, events);
  return reports;
}

function eventRow(record: EventRecord, isDemonstration: boolean) {
  const { venue, speedMeetings } = record;
  return {
    id: record.id,
    title: record.title,
    aliases: record.aliases,
    type: record.type,
    starts_on: record.startsOn,
    last_possible_on: lastPossibleDay({
      ...record,
      endsOn: record.endsAt === null ? null : parisDay(new Date(record.endsAt)),
    }),
    precision: record.precision,
    starts_at: record.startsAt,
    ends_at: record.endsAt,
    venue_name: venue?.name ?? null,
    venue_address: venue?.address ?? null,
    venue_accessibility: venue?.accessibility ?? [],
    territory_id: record.territoryId,
    capacity: record.capacity,
    registered: record.registered,
    waitlisted: record.waitlisted,
    status: record.status,
    description: record.description,
    audience: record.audience,
    series_code: record.seriesCode,
    parent_id: record.parentId,
    organizer_ids: record.organizerIds,
    slot_minutes: speedMeetings?.slotMinutes ?? null,
    slot_count: speedMeetings?.slots ?? null,
    is_demonstration: isDemonstration,
    source_ids: record.sourceIds,
  };
}

function sessionRows({ id, sessions }: EventRecord) {
  return sessions.map((session, position) => ({
    id: `${id}/${session.slug}`,
    event_id: id,
    position,
    title: session.title,
    starts_at: session.startsAt,
    ends_at: session.endsAt,
    speaker_ids: session.speakerIds,
  }));
}
