import { PROVENANCE_ROWS } from '@graphess/provenance';
import {
  type Context,
  connectionRows,
  either,
  fields,
  type PermissionTable,
  people,
  roles,
  when,
} from '@graphess/subgraph-kit';
import type { Meeting } from './meeting/meeting.type.ts';

const AROUND_THE_TABLE = either(roles('agent', 'admin'), when('own meeting', people()));

export const eventsPermissions: PermissionTable = {
  public: {
    Event: [
      ...['aliases', 'audience', 'capacity', 'claims', 'description', 'endsAt', 'icsUrl', 'id'],
      ...[
        'isDemonstration',
        'organizers',
        'parent',
        'parts',
        'precision',
        'registered',
        'series',
        'sessions',
      ],
      ...['slug', 'sources', 'speedMeetings', 'spotsLeft', 'startsAt', 'startsOn', 'status', 'territory'],
      ...['timeZone', 'title', 'type', 'venue', 'waitlisted'],
    ],
    ...connectionRows('Event', 'facets', 'icsUrl'),
    EventFacets: ['series', 'territories', 'types'],
    EventSeries: [
      ...['aliases', 'audience', 'claims', 'code', 'contact', 'events', 'frequency', 'name', 'sources'],
    ],
    FundingInstrument: ['code', 'family', 'label', 'sources'],
    MeetingHost: ['freeSlots', 'instruments', 'organization'],
    Organization: ['id'],
    Query: ['event', 'eventSeries', 'events', 'fundingInstruments'],
    ScheduleQuality: [
      ...['conflicts', 'maxIdleSlots', 'minMeetingsPerApplicant', 'provenOptimal', 'requested', 'scheduled'],
      ...['tablesUsed', 'unscheduled', 'upperBound'],
    ],
    Session: ['endsAt', 'id', 'speakers', 'startsAt', 'title'],
    SpeedMeetingProgramme: [
      ...['hosts', 'published', 'quality', 'scheduleVersion', 'slotMinutes', 'slots', 'tables'],
    ],
    Territory: ['agenda', 'id'],
    Venue: ['accessibility', 'address', 'location', 'name'],
  },
  shared: [PROVENANCE_ROWS],
  restricted: {
    Meeting: fields(
      AROUND_THE_TABLE,
      ...['event', 'guest', 'host', 'icsUrl', 'id', 'outcome', 'slotEnd', 'slotStart', 'state', 'table'],
      'unscheduledReason',
    ),
    // Reached through a meeting, where the condition is asked.
    MeetingOutcome: fields(people(), 'amountCents', 'kind', 'recordedAt'),
    Query: { myMeetings: people() },
  },
  conditions: {
    'own meeting': {
      means: 'La structure pour laquelle la personne agit est à ce rendez-vous.',
      holds: ({ host, guest }: Meeting, _args, { viewer }: Context) =>
        viewer.organization !== null && [host?.id, guest?.id].includes(viewer.organization),
    },
  },
};
