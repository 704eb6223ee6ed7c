import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestPlatform, testPlatform } from '../testing/test-platform.ts';
import { answerOf } from './answer-of.ts';

let graph: TestPlatform;
beforeAll(async () => {
  graph = await testPlatform({ mode: 'one process' });
});
afterAll(() => graph.stop());

const PANORAMA = { title: 'Panorama départemental de l’Économie Sociale et Solidaire (ESS)' };
const OBSERVATORY = { title: 'Observatoire départemental de l’ESS' };
const BROCHURE = { title: 'Les lauréats de l’appel à projets PROGR’ESS 2023' };
const sumOfKnown = (counts: (number | null)[]) =>
  counts.reduce<number>((total, count) => total + (count ?? 0), 0);

test('T1: an edition launched one year names its laureates the next; the brochure « 2023 » is the edition of 2022', async () => {
  type Call = { edition: number; launchYear: number; awardYear: number | null };
  type Counted = Call & { counts: { awarded: number | null; applications: number | null } };
  const { calls, brochure } = await answerOf<{ calls: Counted[]; brochure: { claims: { field: string }[] } }>(
    graph,
    `{
      calls { edition launchYear awardYear counts { awarded applications } }
      brochure: call(edition: 1) { claims { field statement current source { title } } }
    }`,
  );
  expect(calls.map(({ edition, launchYear, awardYear }) => [edition, launchYear, awardYear])).toEqual([
    [4, 2025, null],
    [3, 2024, 2025],
    [2, 2023, 2024],
    [1, 2022, 2023],
  ]);
  expect([
    sumOfKnown(calls.map(({ counts }) => counts.awarded)),
    sumOfKnown(calls.map(({ counts }) => counts.applications)),
  ]).toEqual([43, 121]);
  expect(brochure.claims.filter(({ field }) => field === 'yearLabel')).toEqual([
    { field: 'yearLabel', statement: '1ère édition (2022)', current: true, source: PANORAMA },
    { field: 'yearLabel', statement: '2023', current: false, source: BROCHURE },
  ]);
});

test('T2: none of the 16 laureates of edition 3 is named, and its list says so instead of looking complete', async () => {
  type Claimed = { third: { counts: unknown; claims: { field: string; statement: string }[] } };
  const { third, ...laureates } = await answerOf<Claimed & Record<string, unknown>>(
    graph,
    `{
      third: call(edition: 3) { counts { awarded publishedLaureates } claims { field statement } }
      first: laureates(filter: { editions: [1] }) { totalCount }
      second: laureates(filter: { editions: [2] }) { totalCount }
      unnamed: laureates(filter: { editions: [3] }) { totalCount nodes { id } }
    }`,
  );
  expect(third.counts).toEqual({ awarded: 16, publishedLaureates: 0 });
  expect(third.claims.filter(({ field }) => field === 'laureates')).toEqual([
    {
      field: 'laureates',
      statement: 'La page donne le nombre des lauréats de cette édition, sans les nommer.',
    },
  ]);
  expect(laureates).toEqual({
    first: { totalCount: 13 },
    second: { totalCount: 14 },
    unnamed: { totalCount: 0, nodes: [] },
  });
});

test('T3: two official pages disagree on the themes of edition 3; both are kept, one is current', async () => {
  const { call } = await answerOf<{ call: { claims: { field: string }[]; themes: unknown } }>(
    graph,
    `{
      call(edition: 3) {
        themes { label subThemes { label } }
        claims { subject field statement current source { title } }
      }
    }`,
  );
  expect(call.claims.filter(({ field }) => field === 'themes')).toEqual([
    {
      subject: 'CALL:3',
      field: 'themes',
      statement: 'Inclusion et solidarité / Bien-être',
      current: true,
      source: PANORAMA,
    },
    {
      subject: 'CALL:3',
      field: 'themes',
      statement:
        'L’inclusion pour un territoire plus solidaire : Jeunesse et éducation, Séniors et silver économie, Handicap ; Les loisirs au service du vivre ensemble : Art, Culture et Tourisme',
      current: false,
      source: OBSERVATORY,
    },
  ]);
  const labels = (...all: string[]) => all.map((label) => ({ label }));
  expect(call.themes).toEqual([
    {
      label: 'Inclusion et solidarité',
      subThemes: labels('Jeunesse et éducation', 'Séniors et silver économie', 'Handicap'),
    },
    { label: 'Bien-être', subThemes: labels('Art', 'Culture', 'Tourisme') },
  ]);
});

test('T4: the rules belong to an edition: a coopérative is explained under edition 1 and reviewed under edition 2', async () => {
  const check = async (edition: number, legalForm: string, isEsus: boolean | null) => {
    const themeCodes = [edition === 1 ? 'VIE_QUOTIDIENNE' : 'FINANCE_SOLIDAIRE'];
    const { checkEligibility } = await answerOf<{ checkEligibility: unknown }>(
      graph,
      `query ($input: EligibilityInput!) {
        checkEligibility(input: $input) { rulesVersion verdict reasons { rule { code } passed } }
      }`,
      {
        input: {
          edition,
          legalForm,
          isEsus,
          themeCodes,
          actionTerritories: ['COM:92026'],
          requestedCents: 1_000_000,
        },
      },
    );
    return checkEligibility;
  };
  const outcome = (rulesVersion: string, verdict: string) => ({
    rulesVersion,
    verdict,
    reasons: [
      { rule: { code: 'LEGAL_FORM' }, passed: verdict === 'ELIGIBLE' },
      ...['REQUESTED_AMOUNT', 'THEMES', 'ACTION_TERRITORY'].map((code) => ({ rule: { code }, passed: true })),
    ],
  });
  expect(await check(1, '5458', true)).toEqual(outcome('progress-1.1', 'ELIGIBLE'));
  expect(await check(1, '5458', null)).toEqual(outcome('progress-1.1', 'NEEDS_REVIEW'));
  expect(await check(1, '5458', false)).toEqual(outcome('progress-1.1', 'INELIGIBLE'));
  for (const isEsus of [true, null, false]) {
    expect(await check(2, '5458', isEsus)).toEqual(outcome('progress-2.1', 'NEEDS_REVIEW'));
  }
  const { bicyclAide } = await answerOf<{ bicyclAide: { claims: { field: string }[] } }>(
    graph,
    `{
      bicyclAide: organization(id: "ORG:bicyclaide") {
        legalForm isEsus isLaureate claims { field statement current source { title } }
      }
    }`,
  );
  expect({
    ...bicyclAide,
    claims: bicyclAide.claims.filter(({ field }) => field === 'legalKind'),
  }).toEqual({
    legalForm: null,
    isEsus: null,
    isLaureate: true,
    claims: [{ field: 'legalKind', statement: 'coopérative', current: true, source: BROCHURE }],
  });
});

test('T5: thirteen ceilings exceed the envelope, so the awards of edition 1 average 7 692,31 € at most and stay unknown', async () => {
  type Amount = { cents: number } | null;
  type First = {
    call: { envelope: { total: Amount; maxPerProject: Amount; committed: Amount } };
    laureates: { totalCount: number; totalAwarded: Amount; nodes: { awarded: Amount }[] };
  };
  const { call, laureates } = await answerOf<First>(
    graph,
    `{
      call(edition: 1) { envelope { total { cents } maxPerProject { cents } committed { cents } } }
      laureates(filter: { editions: [1] }, first: 100) {
        totalCount totalAwarded { cents } nodes { awarded { cents } }
      }
    }`,
  );
  expect(call.envelope).toEqual({
    total: { cents: 10_000_000 },
    maxPerProject: { cents: 1_500_000 },
    committed: null,
  });
  const total = call.envelope.total?.cents ?? 0;
  const ceilings = laureates.totalCount * (call.envelope.maxPerProject?.cents ?? 0);
  expect([ceilings, ceilings > total]).toEqual([19_500_000, true]);
  expect(Math.round(total / laureates.totalCount)).toBe(769_231);
  expect(laureates.totalAwarded).toBeNull();
  expect(laureates.nodes.filter(({ awarded }) => awarded !== null)).toEqual([]);
});

test('T15: « début mai » and « fin mai » are no day, and a calendar is in order all the same', async () => {
  type Milestone = { code: string; date: string | null; precision: string; statement: string };
  type Dated = Milestone & { earliest: string | null; latest: string | null };
  const { calls } = await answerOf<{ calls: { edition: number; milestones: Dated[] }[] }>(
    graph,
    '{ calls { edition milestones { code date earliest latest precision statement } } }',
  );
  const may = (year: number) => [
    {
      code: 'HEARINGS',
      date: null,
      earliest: `${year}-05-01`,
      latest: `${year}-05-10`,
      precision: 'START_OF_MONTH',
      statement: `Début mai ${year}`,
    },
    {
      code: 'RESULTS',
      date: null,
      earliest: `${year}-05-21`,
      latest: `${year}-05-31`,
      precision: 'END_OF_MONTH',
      statement: `Fin mai ${year}`,
    },
  ];
  const milestones = calls.flatMap((call) => call.milestones);
  expect(milestones.filter(({ precision }) => precision.endsWith('_OF_MONTH'))).toEqual([
    ...may(2026),
    ...may(2025),
  ]);
  expect(
    Object.fromEntries(calls.map((call) => [call.edition, call.milestones.map(({ code }) => code)])),
  ).toEqual({
    // The 6 February of edition 1 has no year: it comes after what is dated.
    1: ['LAUNCH', 'DEADLINE'],
    2: ['LAUNCH'],
    3: ['FILE_ONLINE', 'LAUNCH', 'DEADLINE', 'HEARINGS', 'RESULTS'],
    4: ['FILE_ONLINE', 'LAUNCH', 'DEADLINE', 'HEARINGS', 'RESULTS'],
  });
  for (const call of calls) {
    const bounds = call.milestones.map(({ earliest, latest }) => `${earliest ?? '9999'} ${latest ?? '9999'}`);
    expect(bounds).toEqual([...new Set(bounds)].sort());
  }
});
