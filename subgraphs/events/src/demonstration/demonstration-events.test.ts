import { expect, test } from 'vitest';
import { demonstrationEvents } from './demonstration-events.ts';

const SETTING = {
  area: '92',
  scale: 10,
  anchorDay: '2026-03-02',
  communes: [
    { id: 'COM:92002', name: 'Antony', population: 60_000 },
    { id: 'COM:92026', name: 'Courbevoie', population: 80_000 },
    { id: 'COM:92060', name: 'Le Plessis-Robinson', population: 30_000 },
  ],
  organizerIds: ['ORG:demo-a', 'ORG:demo-b'],
};
const EVENTS = demonstrationEvents(SETTING);

test('the same arguments give the same events, and a larger scale only adds some', () => {
  expect(demonstrationEvents(SETTING)).toEqual(EVENTS);
  expect(demonstrationEvents({ ...SETTING, scale: 1 })).toEqual(EVENTS.slice(0, 40));
  expect(EVENTS.length).toEqual(400);
  expect(new Set(EVENTS.map(({ id }) => id)).size).toEqual(400);
});

test('without communes or organisations there is nothing to invent', () => {
  expect(demonstrationEvents({ ...SETTING, communes: [] })).toEqual([]);
  expect(demonstrationEvents({ ...SETTING, organizerIds: [] })).toEqual([]);
});

test('dates go from one year before the anchor to two years after, on working days', () => {
  const days = EVENTS.map(({ startsOn }) => startsOn).sort();
  const onWeekend = EVENTS.filter(
    ({ precision, startsOn }) => precision !== 'MONTH' && [0, 6].includes(new Date(startsOn).getUTCDay()),
  );
  expect({
    tooEarly: days.filter((day) => day < '2025-03-02'),
    tooLate: days.filter((day) => day > '2028-03-02'),
    past: days.some((day) => day < '2026-03-02'),
    future: days.some((day) => day > '2027-06-01'),
    onWeekend,
  }).toEqual({ tooEarly: [], tooLate: [], past: true, future: true, onWeekend: [] });
});

test('every title says that the event is invented, no event belongs to a series, and its source is the demonstration', () => {
  const unmarked = EVENTS.filter(
    ({ title, seriesCode, sourceIds }) =>
      !title.endsWith('(démonstration)') || seriesCode !== null || sourceIds.join() !== 'demonstration',
  );
  expect(unmarked).toEqual([]);
});

test('no event has more registrations than seats; it is full, or called off, when it has as many', () => {
  const wrong = EVENTS.filter(({ capacity, registered, waitlisted, status }) => {
    if (capacity === null) return registered !== null || waitlisted !== null || status === 'FULL';
    const isFull = registered === capacity;
    return (registered ?? 0) > capacity || (status === 'FULL' && !isFull) || (waitlisted ?? 0) > 0 !== isFull;
  });
  expect(wrong).toEqual([]);
});

test('all types but the Mois de l’ESS, all statuses and all precisions are shown', () => {
  const values = (key: 'type' | 'status' | 'precision') =>
    [...new Set(EVENTS.map((event) => event[key]))].sort();
  expect({ types: values('type'), statuses: values('status'), precisions: values('precision') }).toEqual({
    types: [
      'BUSINESS_CONVENTION',
      'ESS_AND_TERRITORY_DAY',
      'FUNDING_MORNING',
      'LAUREATES_CLUB',
      'LOCAL_AUTHORITIES_MEETING',
      'OTHER',
      'PITCH_TRAINING',
      'PROGRAMME_PRESENTATION',
      'YOUTH_WORKSHOP',
    ],
    statuses: ['CANCELLED', 'FULL', 'MOVED_ONLINE', 'POSTPONED', 'RESCHEDULED', 'SCHEDULED'],
    precisions: ['DAY', 'INSTANT', 'MONTH'],
  });
});
