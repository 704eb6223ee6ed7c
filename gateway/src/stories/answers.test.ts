import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '@graphess/platform';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MODES, type TestPlatform, testPlatform } from '../testing/test-platform.ts';

const FROM = '2026-01-01T00:00:00Z';
const operation = (path: string) => readFileSync(join(PROJECT_ROOT, 'operations', `${path}.graphql`), 'utf8');

type Names = { nodes: { applicantName: string }[]; totalCount: number };
const names = ({ nodes }: Names) =>
  nodes.map(({ applicantName }) => applicantName).sort((a, b) => a.localeCompare(b, 'fr'));
const sum = (facet: { count: number }[]) => facet.reduce((total, { count }) => total + count, 0);

describe.each(MODES)('in %s', (mode) => {
  let graph: TestPlatform;
  beforeAll(async () => {
    graph = await testPlatform({ mode });
  });
  afterAll(() => graph.stop());

  test.each([
    ['COM:92002', ['Les petites cantines', 'Reprise', 'Synergie']],
    ['COM:92050', ['Assol', 'Lit uP', 'Maison Proxité']],
  ])('the commune page of %s crosses the four domains', async (code, laureates) => {
    const { data, errors } = await graph.query<{
      territory: {
        laureates: Names;
        siaes: { nodes: { isDemonstration: boolean; organization: { name: string } | null }[] };
        agenda: { totalCount: number };
      };
    }>(operation('front-end/commune-page'), { code, from: FROM });
    expect(errors).toEqual([]);
    expect(names(data?.territory.laureates ?? { nodes: [], totalCount: 0 })).toEqual(laureates);
    const siaes = data?.territory.siaes.nodes ?? [];
    expect(siaes.map(({ isDemonstration }) => isDemonstration)).toEqual(siaes.map(() => true));
    expect(siaes.filter(({ organization }) => organization === null)).toEqual([]);
    expect(typeof data?.territory.agenda.totalCount).toBe('number');
  });

  test('the figures of the panorama are real and cite it', async () => {
    const { data } = await graph.query(`{
      nanterre: territory(code: "COM:92050") { indicators(codes: ["ESS_JOBS_RANK"]) { ...figure } }
      marnes: territory(code: "COM:92047") { indicators(codes: ["ESS_JOBS_PER_1000"]) { ...figure } }
      valleeSud: territory(code: "EPT:200057966") { indicators(codes: ["ESS_JOBS_SHARE"]) { ...figure } }
      gpso: territory(code: "EPT:200057974") { indicators(codes: ["ESS_JOBS_SHARE"]) { ...figure } }
    }
    fragment figure on Observation { value status isDemonstration provenance { producer title } }`);
    const figure = (value: number) => ({
      indicators: [
        {
          value,
          status: 'NORMAL',
          isDemonstration: false,
          provenance: expect.arrayContaining([
            expect.objectContaining({ title: expect.stringMatching(/panorama/i) }),
          ]),
        },
      ],
    });
    expect(data).toEqual({
      nanterre: figure(1),
      marnes: figure(76),
      valleeSud: figure(0.116),
      gpso: { indicators: [{ value: null, status: 'MISSING', isDemonstration: false, provenance: [] }] },
    });
  });

  test('the gap between need, effort and supply: 36 communes, four fetches, as many statements as one commune', async () => {
    const ask = (within: string) => () => graph.query(operation('bi/territory-gap'), { within, from: FROM });
    type Gap = {
      territories: { code: string; grantSummary: unknown; grantCentsPerInhabitant: number | null }[];
    };
    const { data, errors } = await graph.query<Gap>(operation('bi/territory-gap'), {
      within: 'DEP:92',
      from: FROM,
    });
    expect(errors).toEqual([]);
    expect(data?.territories.length).toBe(36);
    const antony = data?.territories.find(({ code }) => code === 'COM:92002');
    expect(antony).toMatchObject({
      grantSummary: { applications: null, awarded: 3, granted: null, lastAwardYear: 2024 },
      grantCentsPerInhabitant: null,
    });
    const one = await graph.countsOf(ask('COM:92050'));
    const all = await graph.countsOf(ask('DEP:92'));
    expect(all).toEqual(one);
    if (mode === 'services') expect(all.fetches).toBe(4);
  });

  test('14 years of 36 communes by family are one fetch, and as many statements as one year of one commune', async () => {
    const { data: places } = await graph.query<{ territories: { code: string }[] }>(
      '{ territories(within: "DEP:92", level: COMMUNE) { code } }',
    );
    const ask = (communes: readonly string[], to: number) =>
      graph.query<{ indicator: { series: { observations: unknown[] }[] } }>(
        `query ($communes: [String!]!, $to: Int!) { indicator(code: "ESS_JOBS") { label series(
         territories: $communes, period: { from: 2012, to: $to }, isDemonstration: true, dimensions: [{
           dimension: "ESS_FAMILY", in: ["ASSOCIATION", "COOPERATIVE", "MUTUELLE", "FONDATION", "SOCIETE_ESS"] }]
       ) { territory { code } dimensions { code } observations { period value status } } } }`,
        { communes, to },
      );
    const communes = (places?.territories ?? []).map(({ code }) => code);
    const { data, errors } = await ask(communes, 2025);
    expect(errors).toEqual([]);
    expect(data?.indicator.series.map(({ observations }) => observations.length)).toEqual(
      Array.from({ length: 36 * 5 }, () => 14),
    );
    const one = await graph.countsOf(() => ask(communes.slice(0, 1), 2012));
    const all = await graph.countsOf(() => ask(communes, 2025));
    expect(all).toEqual(one);
    if (mode === 'services') expect(all.fetches).toBe(1);
  });

  test('the calls: counts as published, and who is named', async () => {
    const { data } = await graph.query(`{
      calls { edition counts { applications awarded publishedLaureates } }
      laureates(first: 100) { totalCount nodes { organization { id } } }
    }`);
    expect(
      (data as { calls: { edition: number }[] }).calls.toSorted((a, b) => a.edition - b.edition),
    ).toEqual([
      { edition: 1, counts: { applications: 29, awarded: 13, publishedLaureates: 13 } },
      { edition: 2, counts: { applications: 41, awarded: 14, publishedLaureates: 14 } },
      { edition: 3, counts: { applications: 51, awarded: 16, publishedLaureates: 0 } },
      { edition: 4, counts: { applications: null, awarded: null, publishedLaureates: 0 } },
    ]);
    const { laureates } = data as {
      laureates: { totalCount: number; nodes: { organization: { id: string } }[] };
    };
    expect([
      laureates.totalCount,
      new Set(laureates.nodes.map(({ organization }) => organization.id)).size,
    ]).toEqual([27, 27]);
  });

  test.each([
    ['DEP:92', 25],
    ['EPT:200057966', 12],
    ['EPT:200057982', 5],
    ['EPT:200057974', 3],
    ['EPT:200057990', 1],
  ])('laureates within %s: %i', async (within, totalCount) => {
    const { data } = await graph.query(
      'query ($within: String!) { laureates(filter: { within: $within }) { totalCount } }',
      { within },
    );
    expect(data).toEqual({ laureates: { totalCount } });
  });

  test.each([
    ['{ laureates(filter: { search: "clam art" }) { nodes { name: applicantName } } }', 'Clam’Art de vivre'],
    ['{ laureates(filter: { search: "PROBONOLAB" }) { nodes { name: applicantName } } }', 'Pro Bono Lab'],
    ['{ organizations(search: "progress") { nodes { name } } }', 'Département des Hauts-de-Seine'],
  ])('%s finds %s', async (query, name) => {
    const { data } = await graph.query<Record<string, { nodes: { name: string }[] }>>(query);
    expect(Object.values(data ?? {}).map(({ nodes }) => nodes[0]?.name)).toEqual([name]);
  });

  test('single-valued facets sum to the total', async () => {
    const { data } = await graph.query<{
      laureates: { totalCount: number; facets: Record<'editions' | 'territories', { count: number }[]> };
      events: { totalCount: number; facets: Record<'types', { count: number }[]> };
      siaes: { totalCount: number; facets: Record<'kinds', { count: number }[]> };
    }>(`{
      laureates { totalCount facets { editions { count } territories { count } } }
      events { totalCount facets { types { count } } }
      siaes { totalCount facets { kinds { count } } }
    }`);
    const { laureates, events, siaes } = data ?? fail();
    expect([sum(laureates.facets.editions), sum(laureates.facets.territories)]).toEqual([
      laureates.totalCount,
      laureates.totalCount,
    ]);
    expect(sum(events.facets.types)).toBe(events.totalCount);
    expect(sum(siaes.facets.kinds)).toBe(siaes.totalCount);
  });

  test('an association is eligible to the open edition', async () => {
    const { data, errors } = await graph.query<{ checkEligibility: { verdict: string } }>(
      operation('front-end/eligibility'),
      {
        input: {
          edition: 4,
          legalForm: '9220',
          actionTerritories: ['COM:92050'],
          requestedCents: 1_200_000,
          themeCodes: ['SANTE_NUTRITION'],
        },
      },
    );
    expect([errors, data?.checkEligibility.verdict]).toEqual([[], 'ELIGIBLE']);
  });

  test('the disputed claims hold the themes, the eligibility and the names of an event', async () => {
    const { data } = await graph.query<{ claims: { nodes: { subject: string; field: string }[] } }>(
      '{ claims(disputed: true, first: 100) { nodes { subject field } } }',
    );
    const disputed = new Set(data?.claims.nodes.map(({ subject, field }) => `${subject} ${field}`));
    const expected = [
      'CALL:3 themes',
      'CALL:1 eligibility',
      'EVT:matinee-financements-impact-2024-11-13 name',
    ];
    expect(expected.filter((each) => !disputed.has(each))).toEqual([]);
  });

  test('private lists ask who is there', async () => {
    const { errors } = await graph.query(`{
      applications { totalCount } 
    }`);
    const mine = await graph.query('{ myApplications { id } }');
    const meetings = await graph.query(
      '{ myMeetings(eventSlug: "matinee-financements-impact-2024-11-13") { id } }',
    );
    const need = await graph.query('{ need(id: "NEED:x") { id } }');
    expect(
      [errors, mine.errors, meetings.errors, need.errors].map((each) =>
        each.map(({ extensions }) => extensions['code']),
      ),
    ).toEqual(Array.from({ length: 4 }, () => ['UNAUTHENTICATED']));
  });

  test('an organisation that the register does not know does not erase a laureate', async () => {
    const observatory = graph.open.get('observatory') ?? fail();
    await observatory.db.query(`DELETE FROM organization WHERE id = 'ORG:assol'`);
    const { data } = await graph.query(
      '{ laureates(filter: { search: "Assol" }) { nodes { applicantName organization { name } } } }',
    );
    expect(data).toEqual({ laureates: { nodes: [{ applicantName: 'Assol', organization: null }] } });
  });
});

function fail(): never {
  throw new Error('The graph gave no data');
}
