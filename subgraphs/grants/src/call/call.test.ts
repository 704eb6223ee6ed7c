import { clockSetTo, schemaDrift, VISITOR } from '@graphess/subgraph-kit';
import { type TestSubgraph, testSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { grants } from '../grants.ts';
import { HAUTS_DE_SEINE, loadedGrants } from '../testing/loaded-grants.fixture.ts';

let graph: TestSubgraph;

beforeAll(async () => {
  graph = await loadedGrants({ clock: clockSetTo('2025-11-20') });
});
afterAll(() => graph.stop());

async function phasesOn(day: string): Promise<unknown> {
  const ctx = {
    ...graph.open.newContext(VISITOR, 'test'),
    now: new Date(day),
  };
  const query = '{ currentCall { edition } calls { edition phase } }';
  const { data } = await graph.open.execute({ query }, ctx);
  return JSON.parse(JSON.stringify(data));
}

test('entities and migrations agree', async () => {
  expect(await schemaDrift(grants, graph.url)).toEqual([]);
});

test('in November 2025 the fourth edition is current and open', async () => {
  const { data } = await graph.run('{ currentCall { id edition phase } }');
  expect(data).toEqual({ currentCall: { id: 'CALL:4', edition: 4, phase: 'OPEN' } });
});

test.each([
  ['2022-10-15T12:00:00Z', null, ['ANNOUNCED', 'ANNOUNCED', 'ANNOUNCED', 'ANNOUNCED']],
  ['2024-12-31T22:59:59Z', 3, ['ANNOUNCED', 'OPEN', 'DECIDED', 'DECIDED']],
  ['2024-12-31T23:00:00Z', 3, ['ANNOUNCED', 'CLOSED', 'DECIDED', 'DECIDED']],
  ['2025-05-05T12:00:00Z', 3, ['ANNOUNCED', 'AUDITIONS', 'DECIDED', 'DECIDED']],
  ['2026-11-21T12:00:00Z', 4, ['AWAITING_RESULTS', 'DECIDED', 'DECIDED', 'DECIDED']],
])('at %s the current edition is %s and phases are %j', async (instant, current, phases) => {
  expect(await phasesOn(instant)).toEqual({
    currentCall: current === null ? null : { edition: current },
    calls: phases.map((phase, index) => ({ edition: 4 - index, phase })),
  });
});

test('awards are counted as announced, laureates as named', async () => {
  const { data } = await graph.run(
    '{ calls { edition launchYear awardYear counts { applications eligible awarded publishedLaureates } } }',
  );
  const counts = (applications: number | null, awarded: number | null, publishedLaureates: number) => ({
    applications,
    eligible: null,
    awarded,
    publishedLaureates,
  });
  expect(data).toEqual({
    calls: [
      { edition: 4, launchYear: 2025, awardYear: null, counts: counts(null, null, 0) },
      { edition: 3, launchYear: 2024, awardYear: 2025, counts: counts(51, 16, 0) },
      { edition: 2, launchYear: 2023, awardYear: 2024, counts: counts(41, 14, 14) },
      { edition: 1, launchYear: 2022, awardYear: 2023, counts: counts(29, 13, 13) },
    ],
  });
});

test('only the envelope of the first edition is known', async () => {
  const { data } = await graph.run(
    '{ calls { envelope { total { cents } maxPerProject { cents currency } committed { cents } paid { cents } remaining { cents } } } }',
  );
  const envelope = (total: number | null) => ({
    envelope: {
      total: total === null ? null : { cents: total },
      maxPerProject: { cents: 1_500_000, currency: 'EUR' },
      committed: null,
      paid: null,
      remaining: null,
    },
  });
  expect(data).toEqual({ calls: [envelope(null), envelope(null), envelope(null), envelope(10_000_000)] });
});

test('a calendar keeps the precision of its source, and dates without a year come last', async () => {
  const { data } = await graph.run(`{
    call(edition: 1) { milestones { code date earliest latest precision statement } }
    later: call(edition: 3) { milestones { code date earliest latest } }
  }`);
  expect(data).toEqual({
    call: {
      milestones: [
        {
          code: 'LAUNCH',
          date: null,
          earliest: '2022-11-01',
          latest: '2022-11-30',
          precision: 'MONTH',
          statement: 'lancée en novembre 2022',
        },
        {
          code: 'DEADLINE',
          date: null,
          earliest: null,
          latest: null,
          precision: 'DAY_WITHOUT_YEAR',
          statement: 'avant le 6 février',
        },
      ],
    },
    later: {
      milestones: [
        { code: 'FILE_ONLINE', date: '2024-10-14', earliest: '2024-10-14', latest: '2024-10-14' },
        { code: 'LAUNCH', date: '2024-11-13', earliest: '2024-11-13', latest: '2024-11-13' },
        { code: 'DEADLINE', date: '2024-12-31', earliest: '2024-12-31', latest: '2024-12-31' },
        { code: 'HEARINGS', date: null, earliest: '2025-05-01', latest: '2025-05-10' },
        { code: 'RESULTS', date: null, earliest: '2025-05-21', latest: '2025-05-31' },
      ],
    },
  });
});

test('a theme keeps its sub-themes and the wordings of its sources', async () => {
  const { data } = await graph.run(`{ call(edition: 3) {
    themes { code subThemes { code } claims { subject field current source { title } } } } }`);
  const panorama = { title: 'Panorama départemental de l’Économie Sociale et Solidaire (ESS)' };
  const observatory = { title: 'Observatoire départemental de l’ESS' };
  const wordings = (field: string) => [
    { subject: 'CALL:3', field, current: true, source: panorama },
    { subject: 'CALL:3', field, current: false, source: observatory },
  ];
  expect(data).toEqual({
    call: {
      themes: [
        {
          code: 'INCLUSION_SOLIDARITE',
          subThemes: [
            { code: 'JEUNESSE_EDUCATION' },
            { code: 'SENIORS_SILVER_ECONOMIE' },
            { code: 'HANDICAP' },
          ],
          claims: wordings('themes.INCLUSION_SOLIDARITE'),
        },
        {
          code: 'BIEN_ETRE',
          subThemes: [{ code: 'ART' }, { code: 'CULTURE' }, { code: 'TOURISME' }],
          claims: wordings('themes.BIEN_ETRE'),
        },
      ],
    },
  });
});

test('benefits, partners, objectives and contact are those of the edition', async () => {
  const { data } =
    await graph.run(`{ call(edition: 3) { contact documents { url } objectives supportPartners { id }
    benefits { code partner { id } sources { vintage } } eligibilityRules { code label } } }`);
  const benefit = (code: string, partner: string | null) => ({
    code,
    partner: partner === null ? null : { id: partner },
    sources: [{ vintage: '2024-2025' }],
  });
  expect(data).toEqual({
    call: {
      contact: null,
      documents: [],
      objectives: [
        'Soutenir les initiatives locales à finalité sociale, solidaire ou environnementale.',
        'Offrir aux Alto-Séquanais, surtout aux plus vulnérables, un meilleur cadre de vie.',
        'Rapprocher les habitants et les acteurs du territoire, et resserrer le lien social.',
      ],
      supportPartners: [{ id: 'ORG:france-active-metropole' }, { id: 'ORG:positiv-incuba-school' }],
      benefits: [
        benefit('MONEY', null),
        benefit('COACHING_FAM', 'ORG:france-active-metropole'),
        benefit('INCUBATOR', 'ORG:positiv-incuba-school'),
        benefit('NETWORK', null),
      ],
      eligibilityRules: [
        { code: 'LEGAL_FORM', label: 'Forme juridique' },
        { code: 'REQUESTED_AMOUNT', label: 'Montant demandé' },
        { code: 'THEMES', label: 'Thématique' },
        { code: 'ACTION_TERRITORY', label: 'Territoire d’action' },
      ],
    },
  });
});

test('an edition that does not exist is null', async () => {
  expect(await graph.run('{ a: call(edition: 5) { id } b: call(edition: -1) { id } }')).toEqual({
    data: { a: null, b: null },
  });
});

test('one edition and all of them cost as many statements', async () => {
  const fields =
    '{ phase themes { code claims { id } } milestones { code sources { title } } counts { awarded } benefits { code } claims { id } }';
  const one = await graph.statementsOf(() => graph.run(`{ call(edition: 1) ${fields} }`));
  const all = await graph.statementsOf(() => graph.run(`{ calls ${fields} }`));
  expect(all.length).toBe(one.length);
});

test('a département whose calls are not known has none', async () => {
  const elsewhere = await testSubgraph(grants);
  await elsewhere.open.load({ ...HAUTS_DE_SEINE, area: '69' });
  const answer = await elsewhere.run('{ currentCall { id } calls { id } laureates { totalCount } }');
  await elsewhere.stop();
  expect(answer).toEqual({ data: { currentCall: null, calls: [], laureates: { totalCount: 0 } } });
});
