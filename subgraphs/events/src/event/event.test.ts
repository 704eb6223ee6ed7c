import { schemaDrift } from '@graphess/subgraph-kit';
import { type TestSubgraph, testSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { events } from '../events.ts';

const LOAD = {
  dataDir: 'data',
  area: '92',
  demonstration: false,
  scale: 1,
  thorough: false,
  onProgress: () => {},
};
const DAY = 'rencontres-ess-et-territoire-2024-11-13';
const MORNING = 'matinee-financements-impact-2024-11-13';

let graph: TestSubgraph;

beforeAll(async () => {
  graph = await testSubgraph(events);
  await graph.open.load(LOAD);
});
afterAll(() => graph.stop());

test('entities and migrations agree', async () => {
  expect(await schemaDrift(events, graph.url)).toEqual([]);
});

test('the facts are six events, the unknown hour after the known ones of its day', async () => {
  const { data } = await graph.run('{ events { totalCount nodes { id startsOn precision startsAt } } }');
  expect(data).toEqual({
    events: {
      totalCount: 6,
      nodes: [
        {
          id: 'EVT:presentation-feuille-de-route-2022-11',
          startsOn: '2022-11-01',
          precision: 'MONTH',
          startsAt: null,
        },
        {
          id: 'EVT:rencontres-collectivites-2024-04-23',
          startsOn: '2024-04-23',
          precision: 'DAY',
          startsAt: null,
        },
        {
          id: `EVT:${MORNING}`,
          startsOn: '2024-11-13',
          precision: 'INSTANT',
          startsAt: '2024-11-13T07:30:00.000Z',
        },
        {
          id: 'EVT:atelier-collectivites-2024-11-13',
          startsOn: '2024-11-13',
          precision: 'DAY',
          startsAt: null,
        },
        {
          id: 'EVT:convention-affaires-busin-ess-2024-11-13',
          startsOn: '2024-11-13',
          precision: 'DAY',
          startsAt: null,
        },
        { id: `EVT:${DAY}`, startsOn: '2024-11-13', precision: 'DAY', startsAt: null },
      ],
    },
  });
});

test('the day of 13 November 2024 has three parts, each of which knows it', async () => {
  const { data } = await graph.run(
    'query ($slug: String!) { event(slug: $slug) { parent { slug } parts { title parent { slug } } } }',
    {
      slug: DAY,
    },
  );
  expect(data).toEqual({
    event: {
      parent: null,
      parts: [
        { title: 'Matinée des Financements à Impact et de l’ESS', parent: { slug: DAY } },
        { title: 'Atelier technique des collectivités', parent: { slug: DAY } },
        { title: 'Convention d’affaires du Club Busin’ESS 92', parent: { slug: DAY } },
      ],
    },
  });
});

test('three hours and a half of meetings of 15 minutes are 14 slots, without a table, a host nor a schedule', async () => {
  const { data } = await graph.run(
    `query ($slug: String!) { event(slug: $slug) {
       type startsAt endsAt timeZone territory { id } organizers { id } series { code }
       venue { name address location { lat } accessibility }
       sessions { id title startsAt endsAt speakers { id } }
       speedMeetings { slotMinutes slots tables scheduleVersion published hosts { freeSlots } quality { requested } } } }`,
    { slug: MORNING },
  );
  const session = { startsAt: null, endsAt: null, speakers: [] };
  expect(data).toEqual({
    event: {
      type: 'FUNDING_MORNING',
      startsAt: '2024-11-13T07:30:00.000Z',
      endsAt: '2024-11-13T12:30:00.000Z',
      timeZone: 'Europe/Paris',
      territory: { id: 'COM:92026' },
      organizers: [{ id: 'ORG:departement-des-hauts-de-seine' }],
      series: { code: 'MFI' },
      venue: { name: 'Workstation', address: null, location: null, accessibility: [] },
      sessions: [
        { id: `EVT:${MORNING}/ateliers-thematiques`, title: 'Trois ateliers thématiques', ...session },
        {
          id: `EVT:${MORNING}/speed-meetings`,
          title: 'Speed meetings de 15 minutes avec des financeurs et des experts',
          ...session,
        },
      ],
      speedMeetings: {
        slotMinutes: 15,
        slots: 14,
        tables: null,
        scheduleVersion: null,
        published: false,
        hosts: [],
        quality: null,
      },
    },
  });
});

test('the names that sources give to the morning stand side by side, one of them held', async () => {
  const { data } = await graph.run(
    `query ($slug: String!) { event(slug: $slug) { aliases claims { subject field statement current source { producer } } } }`,
    { slug: MORNING },
  );
  const { aliases, claims } = (
    data as { event: { aliases: string[]; claims: { field: string; statement: string }[] } }
  ).event;
  const name = { subject: `EVT:${MORNING}`, field: 'name' };
  const byStatement = (a: { statement: string }, b: { statement: string }) =>
    a.statement < b.statement ? -1 : 1;
  expect({ aliases, names: claims.filter(({ field }) => field === 'name').sort(byStatement) }).toEqual({
    aliases: [
      'MFI',
      'MFS',
      'Matinée du financement solidaire',
      'matinée de financements à impact',
      'matinales du financement à impact',
    ],
    names: [
      {
        ...name,
        statement: 'Matinée des Financements à Impact et de l’ESS',
        current: true,
        source: { producer: 'Département des Hauts-de-Seine' },
      },
      {
        ...name,
        statement: 'Matinée du financement solidaire',
        current: false,
        source: { producer: 'Département des Hauts-de-Seine' },
      },
      {
        ...name,
        statement: 'matinales du financement à impact',
        current: false,
        source: { producer: 'Département des Hauts-de-Seine' },
      },
      {
        ...name,
        statement: 'matinée de financements à impact',
        current: false,
        source: { producer: 'RTES' },
      },
    ],
  });
});

test('what no source says is null, never zero', async () => {
  const { data } = await graph.run(
    `query ($slug: String!) { event(slug: $slug) {
       capacity registered waitlisted spotsLeft icsUrl audience isDemonstration status sources { producer } } }`,
    { slug: DAY },
  );
  expect(data).toEqual({
    event: {
      capacity: null,
      registered: null,
      waitlisted: null,
      spotsLeft: null,
      icsUrl: null,
      audience: null,
      isDemonstration: false,
      status: 'SCHEDULED',
      sources: [{ producer: 'Département des Hauts-de-Seine' }],
    },
  });
});

test('an event is found by its slug and by its id, and an unknown one is null', async () => {
  const { data } = await graph.run(
    `query ($known: _Any!, $unknown: _Any!) {
       unknown: event(slug: "rien-de-tel")
       { id }
       _entities(representations: [$known, $unknown]) { ... on Event { slug } }
     }`,
    {
      known: { __typename: 'Event', id: `EVT:${MORNING}` },
      unknown: { __typename: 'Event', id: 'EVT:rien-de-tel' },
    },
  );
  expect(data).toEqual({ unknown: null, _entities: [{ slug: MORNING }, null] });
});

test.each(['', 'EVT:club', 'Club', 'club--2026', '-club', 'çédille'])('« %s » is no slug', async (slug) => {
  const { errors } = await graph.run('query ($slug: String!) { event(slug: $slug) { id } }', { slug });
  expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', argument: 'slug' }]);
});

test('a visitor has no meetings of their own to read', async () => {
  const { errors } = await graph.run('query ($slug: String!) { myMeetings(eventSlug: $slug) { id } }', {
    slug: MORNING,
  });
  expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'UNAUTHENTICATED' }]);
});

test('a second load, even a thorough one, writes nothing', async () => {
  const first = await graph.open.load({ ...LOAD, thorough: true });
  const rows = await graph.db.query('SELECT count(*)::int AS events FROM event');
  expect({ written: first.filter(({ inserted, changed }) => inserted + changed > 0), rows }).toEqual({
    written: [],
    rows: [{ events: 6 }],
  });
});
