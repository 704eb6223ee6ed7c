import { type TestSubgraph, testSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { events } from '../events.ts';

let graph: TestSubgraph;

beforeAll(async () => {
  graph = await testSubgraph(events);
  await graph.open.load({
    dataDir: 'data',
    area: '92',
    demonstration: true,
    scale: 1,
    thorough: false,
    onProgress: () => {},
  });
});
afterAll(() => graph.stop());

test('the seven series have the events of the sources and no invented one', async () => {
  const { data } = await graph.run('{ eventSeries { code events { totalCount nodes { slug } } } }');
  const series = (code: string, ...slugs: string[]) => ({
    code,
    events: { totalCount: slugs.length, nodes: slugs.map((slug) => ({ slug })) },
  });
  expect(data).toEqual({
    eventSeries: [
      series('MFS'),
      series('MFI', 'matinee-financements-impact-2024-11-13'),
      series('PITCH'),
      series('RENCONTRES_COLLECTIVITES', 'rencontres-collectivites-2024-04-23'),
      series('CLUB_LAUREATS'),
      series('CONVENTION_BUSINESS', 'convention-affaires-busin-ess-2024-11-13'),
      series('MOIS_ESS', 'presentation-feuille-de-route-2022-11', 'rencontres-ess-et-territoire-2024-11-13'),
    ],
  });
});

test('a series keeps the words of its sources, what they do not say being null', async () => {
  const { data } = await graph.run(
    '{ eventSeries { code frequency contact claims { subject field statement current } sources { vintage } } }',
  );
  const series = data?.eventSeries as { code: string }[];
  expect(series.filter(({ code }) => code === 'MFS' || code === 'CLUB_LAUREATS')).toEqual([
    {
      code: 'MFS',
      frequency: null,
      contact: 'progress@hauts-de-seine.fr',
      claims: [
        {
          subject: 'SERIES:MFS',
          field: 'name',
          statement: 'Matinée du financement solidaire',
          current: true,
        },
      ],
      sources: [{ vintage: '2025-2026' }],
    },
    {
      code: 'CLUB_LAUREATS',
      frequency: 'Régulièrement',
      contact: null,
      claims: [
        { subject: 'SERIES:CLUB_LAUREATS', field: 'frequency', statement: 'Régulièrement', current: true },
      ],
      sources: [{ vintage: '2025-2026' }, { vintage: '2024-2025' }],
    },
  ]);
});

test('a page of a series follows its cursor, which is no cursor of another list', async () => {
  const first = await graph.run(
    '{ eventSeries { code events(first: 1) { pageInfo { hasNextPage endCursor } } } }',
  );
  const series = first.data?.eventSeries as {
    events: { pageInfo: { hasNextPage: boolean; endCursor: string | null } };
  }[];
  const { hasNextPage, endCursor: after } = series.at(-1)?.events.pageInfo ?? {
    hasNextPage: null,
    endCursor: null,
  };
  const next = await graph.run(
    'query ($after: String) { eventSeries { code events(after: $after) { nodes { slug } } } }',
    { after },
  );
  const foreign = await graph.run('query ($after: String) { events(after: $after) { nodes { slug } } }', {
    after,
  });
  expect({
    hasNextPage,
    next: (next.data as { eventSeries: unknown[] }).eventSeries.at(-1),
    foreign: foreign.errors?.map(({ extensions }) => extensions),
  }).toEqual({
    hasNextPage: true,
    next: { code: 'MOIS_ESS', events: { nodes: [{ slug: 'rencontres-ess-et-territoire-2024-11-13' }] } },
    foreign: [{ code: 'BAD_USER_INPUT', argument: 'after' }],
  });
});

test('eleven funding instruments keep the order of the sources, all but one named by both documents', async () => {
  const { data } = await graph.run('{ fundingInstruments { code family sources { vintage } } }');
  const instruments = data?.fundingInstruments as { code: string; family: string; sources: object[] }[];
  expect(instruments.map(({ code, family, sources }) => [code, family, sources.length])).toEqual([
    ['MICROCREDIT', 'TRADITIONAL', 2],
    ['PRET_HONNEUR', 'TRADITIONAL', 2],
    ['FINANCE_SOLIDAIRE', 'TRADITIONAL', 2],
    ['LOVE_MONEY', 'TRADITIONAL', 2],
    ['BUSINESS_ANGELS', 'TRADITIONAL', 2],
    ['AFFACTURAGE', 'TRADITIONAL', 2],
    ['LEASE_BACK', 'TRADITIONAL', 2],
    ['FONDS_INVESTISSEMENT', 'TRADITIONAL', 1],
    ['CROWDFUNDING', 'DIGITAL', 2],
    ['CROWDLENDING', 'DIGITAL', 2],
    ['BARTERING', 'DIGITAL', 2],
  ]);
});
