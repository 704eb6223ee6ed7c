import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOMAINS, type DomainName, PROJECT_ROOT } from '@graphess/platform';
import { openSubgraph, systemClock } from '@graphess/subgraph-kit';
import { buildSchema, isObjectType } from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { domains } from '../subgraphs.ts';
import { type TestPlatform, testPlatform } from '../testing/test-platform.ts';
import { walk } from './walk.fixture.ts';
import { type WalkGraph, walkGraph } from './walk-graph.fixture.ts';
import type { Samples } from './walk-paths.fixture.ts';
import { mayAsk, rulesOf, seesAll } from './walk-rules.fixture.ts';
import { hideFigure, MARKERS, seedPrivateRows } from './walk-seeds.fixture.ts';
import { VIEWERS } from './walk-viewers.fixture.ts';

const api = buildSchema(readFileSync(join(PROJECT_ROOT, 'schema/api.graphql'), 'utf8'));
const MORNING = 'matinee-financements-impact-2024-11-13';

let platform: TestPlatform;
let graph: WalkGraph;
let ids: Record<string, { id: string; exists: boolean }>;
let samples: Samples;

beforeAll(async () => {
  platform = await testPlatform({ mode: 'one process' });
  graph = await walkGraph(platform.open);
  const { data } = await graph.ask(
    VIEWERS['visitor'] ?? never(),
    `{ event(slug: "${MORNING}") { id } siaes(first: 1) { nodes { id organization { siret } } } }`,
  );
  const known = data as {
    event: { id: string };
    siaes: { nodes: [{ id: string; organization: { siret: string } }] };
  };
  const [siae] = known.siaes.nodes;
  ids = {
    Territory: { id: 'DEP:92', exists: true },
    Organization: { id: 'ORG:assol', exists: true },
    Application: { id: 'APP:1-assol', exists: true },
    Event: { id: known.event.id, exists: true },
    Siae: { id: siae.id, exists: true },
    Need: { id: 'NEED:canari', exists: false },
  };
  const eligibility = `edition: 4, legalForm: "9220", requestedCents: 100, themeCodes: [], actionTerritories: []`;
  samples = {
    'Mutation.addJuror': `(input: { idempotencyKey: "c", edition: 4, subject: "canari" })`,
    'Mutation.assignReviewer': `(input: { idempotencyKey: "c", applicationId: "APP:canari-submitted", reviewer: "canari" })`,
    'Mutation.declareConflict': `(input: { idempotencyKey: "c", assignmentId: "canari", nothing: true, expectedVersion: 1 })`,
    'Mutation.liftConflict': `(input: { idempotencyKey: "c", assignmentId: "canari", candidate: "canari", reason: "canari", expectedVersion: 1 })`,
    'Mutation.recuseReviewer': `(input: { idempotencyKey: "c", assignmentId: "canari", conflict: CLUB, reason: "canari", expectedVersion: 1 })`,
    'Mutation.submitReview': `(input: { idempotencyKey: "c", assignmentId: "canari", scores: [] })`,
    'Mutation.unassignReviewer': `(input: { idempotencyKey: "c", assignmentId: "canari", expectedVersion: 1 })`,
    'Mutation.markClaimCurrent': `(input: { idempotencyKey: "c", id: "CLAIM:canari", reason: "canari" })`,
    'Mutation.mergeOrganizations': `(input: { idempotencyKey: "c", keep: "ORG:canari-a", merge: "ORG:canari-b", reason: "canari" })`,
    'Mutation.resolveQualityFinding': `(input: { idempotencyKey: "c", id: "FINDING:canari", resolution: ACCEPTED })`,
    'Mutation.unmergeOrganizations': `(input: { idempotencyKey: "c", organization: "ORG:canari-a", reason: "canari" })`,
    'Mutation.createApiKey': `(input: { idempotencyKey: "c", partner: "Partenaire", scopes: ["bi:read"] })`,
    'Mutation.revokeApiKey': `(input: { idempotencyKey: "c", id: "KEY:canari0000000000" })`,
    'Mutation.rotateApiKey': `(input: { idempotencyKey: "c", id: "KEY:canari0000000000" })`,
    'Query.apiKey': '(id: "KEY:canari0000000000")',
    'Query.application': '(id: "APP:1-assol")',
    'Query.applications': '(first: 100)',
    'Query.call': '(edition: 4)',
    'Query.checkEligibility': `(input: { ${eligibility} })`,
    'Query.dataset': '(code: "ESS-PANORAMA-92")',
    'Query.event': `(slug: "${MORNING}")`,
    'Query.indicator': '(code: "ESS_JOBS")',
    'Query.laureates': '(first: 100)',
    'Query.myMeetings': `(eventSlug: "${MORNING}")`,
    'Query.need': '(id: "NEED:canari")',
    'Query.node': '(id: "DEP:92")',
    'Query.organization': '(slug: "assol")',
    'Query.siae': `(siret: "${siae.organization.siret}")`,
    'Query.territories': '(level: EPT, within: "DEP:92")',
    'Query.territory': '(code: "DEP:92")',
    'Query.territorySearch': '(search: "Nanterre")',
    'Territory.indicators': '(codes: ["ESS_JOBS"])',
  };
});
afterAll(async () => {
  await graph.stop();
  await platform.stop();
});

const observatory = () => graph.open('observatory');

test('every field of the graph has a row, the same in each domain that gives it', () => {
  const rules = rulesOf(domains);
  const without = Object.values(api.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
    .flatMap((type) =>
      isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [],
    )
    .filter((name) => !rules.has(name));
  expect(without).toEqual([]);
});

test('what nobody may see does not change a visitor’s answers: no value, count, facet, filter, order or error tells of it', async () => {
  const visitor = VIEWERS['visitor'] ?? never();
  const answers = () => Promise.all(PROBES.map((query) => graph.ask(visitor, query)));
  const before = await answers();
  await seedPrivateRows((domain) => graph.open(domain));
  expect(await answers()).toEqual(before);
  // The probes do see what is public: one published application changes them.
  const step = (state: string) =>
    graph
      .open('grants')
      .db.query(`UPDATE application SET state = $1 WHERE id = 'APP:canari-auditioned'`, [state]);
  await step('AWARDED');
  expect(await answers()).not.toEqual(before);
  await step('AUDITIONED');
});

test('a hidden figure looks the same to the public whatever hides it, and is told to nobody', async () => {
  const query = `{ territory(code: "DEP:92") { indicators(codes: ["ESS_JOBS"]) {
    status value statement provenance { quotation } revisions { status value reason } } } }`;
  const told: Record<string, unknown[]> = {};
  for (const reason of ['SUPPRESSED_FREQUENCY', 'SUPPRESSED_DOMINANCE']) {
    await hideFigure(observatory(), reason);
    for (const [role, viewer] of Object.entries(VIEWERS))
      told[role] = [...(told[role] ?? []), (await graph.ask(viewer, query)).data];
  }
  const tellingTwo = Object.entries(told).filter(
    ([, [one, other]]) => JSON.stringify(one) !== JSON.stringify(other),
  );
  expect(tellingTwo.map(([role]) => role)).toEqual(['producer', 'admin', 'statistics:publish']);
  expect(JSON.stringify(told)).not.toContain(String(MARKERS.secretValue));
  expect(told['visitor']?.[0]).toMatchObject({
    territory: {
      indicators: [
        {
          status: 'SUPPRESSED',
          value: null,
          revisions: [{ status: 'SUPPRESSED', value: null, reason: null }],
        },
      ],
    },
  });
});

test('role × field × path: nobody reads what the table does not allow', { timeout: 120_000 }, async () => {
  const leaked: string[] = [];
  const result = await walk({
    graph,
    api,
    domains,
    viewers: VIEWERS,
    samples,
    ids,
    onAnswer(role, response) {
      const text = JSON.stringify(response);
      for (const marker of markersHiddenFrom(role))
        if (text.includes(marker)) leaked.push(`${role} reads ${marker}`);
    },
  });
  const triples = Object.values(result.tried).reduce((sum, each) => sum + each, 0);
  const kinds = Object.entries(result.tried).map(([kind, count]) => `${kind} ${count}`);
  process.stdout.write(
    `permission walk: ${triples} (role, field, path), ${result.leaks.length} leaks; ${result.read} gave a value (${kinds.join(', ')})\n`,
  );
  expect({ leaks: result.leaks, overRefused: result.overRefused, leaked }).toEqual({
    leaks: [],
    overRefused: [],
    leaked: [],
  });
});

test('with the guards off, the walk finds what they keep', { timeout: 120_000 }, async () => {
  const opened = await Promise.all(DOMAINS.map(async (name) => [name, await unguarded(name)] as const));
  const open = await walkGraph(new Map(opened), { guarded: false });
  const { visitor } = VIEWERS;
  const { leaks } = await walk({
    graph: open,
    api,
    domains,
    viewers: { visitor: visitor ?? never() },
    samples,
    ids,
  });
  await open.stop();
  await Promise.all(opened.map(([, each]) => each.close()));
  const fields = new Set(
    leaks.map((leak) => leak.match(/(applications|apiKeys|apiKey|history|scorecard)\b/)?.[0]),
  );
  expect([...fields].filter((each) => each !== undefined).sort()).toEqual([
    'apiKey',
    'apiKeys',
    'applications',
    'history',
    'scorecard',
  ]);
});

function unguarded(name: DomainName) {
  return openSubgraph(domains[name], {
    databaseUrl: platform.databaseUrl,
    clock: systemClock,
    log: pino({ level: 'silent' }),
    without: 'permissions',
  });
}

function markersHiddenFrom(role: string): string[] {
  const viewer = VIEWERS[role] ?? never();
  const rules = rulesOf(domains);
  const may = (field: string) => mayAsk(viewer, rules.get(field));
  const status = rules.get('Observation.status') ?? never();
  return [
    MARKERS.contact,
    String(MARKERS.secretValue),
    ...(may('Query.applications') ? [] : [MARKERS.unpublished]),
    ...(may('Query.qualityFindings') ? [] : [MARKERS.finding]),
    ...(may('Query.apiKeys') ? [] : [MARKERS.key]),
    ...(seesAll(viewer, status) ? [] : ['SUPPRESSED_']),
  ];
}

const PAGE =
  'totalCount totalAwarded { cents } nodes { id } facets { themes { key count } editions { key count } territories { key count } }';
const PROBES = [
  ...[
    '',
    'search: "canari"',
    'isDemonstration: true',
    'isDemonstration: false',
    'editions: [4]',
    'minCents: 1',
    'within: "COM:92046"',
    'themes: ["UNKNOWN"]',
    'asOf: "2027-01-01"',
  ].map((filter) => `{ laureates(first: 100, filter: { ${filter} }) { ${PAGE} } }`),
  ...['AMOUNT_DESC', 'NAME_ASC', 'AWARD_DATE_DESC'].map(
    (order) => `{ laureates(first: 100, orderBy: ${order}) { ${PAGE} } }`,
  ),
  ...['DEP:92', 'COM:92046'].map(
    (code) =>
      `{ territory(code: "${code}") { laureates { ${PAGE} } grantSummary { applications awarded granted { cents } lastAwardYear } grantCentsPerInhabitant } }`,
  ),
  '{ calls { counts { applications eligible shortlisted auditioned awarded publishedLaureates } phase envelope { committed { cents } remaining { cents } } } }',
  ...['assol', 'cress-idf'].map(
    (slug) =>
      `{ organization(slug: "${slug}") { isLaureate applications { id state } drafts: applications(states: [DRAFT, REJECTED]) { id } sources { title } links { url } claims { statement } } }`,
  ),
  ...['APP:canari-draft', 'APP:canari-rejected', 'APP:canari-submitted'].map(
    (id) =>
      `{ application(id: "${id}") { id title } node(id: "${id}") { ... on Application { title state } } }`,
  ),
  '{ siaes(filter: { isLaureate: true }) { totalCount } organizations(first: 100, filter: { roles: [LAUREATE] }) { totalCount } }',
  '{ claims(subject: "ORG:assol") { totalCount nodes { statement } } }',
  '{ applications { totalCount } }',
  '{ apiKeys { totalCount } }',
  '{ apiKey(id: "KEY:canari0000000000") { partner } }',
  '{ myApplications { id } }',
];

function never(): never {
  throw new Error('not there');
}
