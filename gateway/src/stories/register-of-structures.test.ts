import { loadPlatformSubgraph, platformSettings } from '@graphess/platform';
import { compareCopy } from '@graphess/reference';
import { VISITOR, type Viewer } from '@graphess/subgraph-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestPlatform, testPlatform } from '../testing/test-platform.ts';
import { answerOf } from './answer-of.ts';

const AGENT: Viewer = { ...VISITOR, kind: 'person', subject: 'PERSON:agent', roles: ['agent'] };

let graph: TestPlatform;
beforeAll(async () => {
  graph = await testPlatform({ mode: 'one process', env: { MAX_COST: '5000' } });
});
afterAll(() => graph.stop());

const domain = (name: string) => graph.open.get(name) ?? expect.fail(`${name} is not open`);
const asAgent = async (query: string, variables: Record<string, unknown> = {}) => {
  const observatory = domain('observatory');
  const answer = await observatory.execute({ query, variables }, observatory.newContext(AGENT, 'story'));
  expect(answer.errors).toBeUndefined();
  return answer.data;
};
let attempts = 0;
async function write(mutation: 'mergeOrganizations' | 'unmergeOrganizations', input: object): Promise<void> {
  attempts += 1;
  const name = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}`;
  const data = await asAgent(
    `mutation ($input: ${name}Input!) { ${mutation}(input: $input) { __typename ... on UserError { message } } }`,
    { input: { reason: 'Deux fiches', idempotencyKey: `k${attempts}`, ...input } },
  );
  expect(data).toEqual({ [mutation]: { __typename: `${name}Success` } });
  await Promise.all(['grants', 'events', 'procurement'].map((each) => domain(each).catchUp()));
}

test('X13: seat, action and intervention are three relations, each asked where it is known', async () => {
  const data = await answerOf<Record<string, unknown>>(
    graph,
    `{
      cantines: organization(id: "ORG:les-petites-cantines") { seat { code } operatesIn { code } applications { actionTerritories { code } } }
      litUp: organization(id: "ORG:lit-up") { seat { code } operatesIn { code } applications { actionTerritories { code } } }
      proBono: organization(id: "ORG:pro-bono-lab") { seat { code } operatesIn { code } }
      afute: organization(id: "ORG:afute") { seat { code } operatesIn { code } applications { areaAsStated actionTerritories { code } } }
      seatedOrActingInAntony: organizations(filter: { within: "COM:92002", isDemonstration: false }) { nodes { id } }
      actingInAntony: laureates(filter: { within: "COM:92002" }, orderBy: NAME_ASC) { nodes { organization { id } } }
      actingInLyon: laureates(filter: { within: "COM:69123" }) { totalCount }
      seatedInLyon: organizations(filter: { within: "COM:69123", isDemonstration: false }) { nodes { id } }
      suppliersOfLyon: siaes(filter: { locatedIn: "COM:69123" }) { totalCount }
    }`,
  );
  const places = (seat: string | null, ...areas: string[]) => ({
    seat: seat === null ? null : { code: seat },
    operatesIn: areas.map((code) => ({ code })),
  });
  const acting = (...codes: string[]) => [{ actionTerritories: codes.map((code) => ({ code })) }];
  const antony = ['les-petites-cantines', 'reprise', 'synergie'].map((slug) => ({ id: `ORG:${slug}` }));
  expect(data).toEqual({
    cantines: { ...places('COM:69123', 'COM:92002'), applications: acting('COM:92002') },
    litUp: { ...places('COM:83069', 'COM:92050'), applications: acting('COM:92050') },
    proBono: places('COM:92024'),
    afute: {
      ...places(null),
      applications: [{ areaAsStated: 'Nord des Hauts-de-Seine', actionTerritories: [] }],
    },
    seatedOrActingInAntony: { nodes: antony },
    actingInAntony: { nodes: antony.map((organization) => ({ organization })) },
    actingInLyon: { totalCount: 0 },
    seatedInLyon: { nodes: [{ id: 'ORG:les-petites-cantines' }] },
    suppliersOfLyon: { totalCount: 0 },
  });
});

test('X13: an insertion structure is installed where its organisation sits', async () => {
  const { siaes } = await answerOf<{
    siaes: { nodes: { organization: { id: string; seat: { code: string } } }[] };
  }>(graph, '{ siaes(first: 1) { nodes { organization { id seat { code } } } } }');
  const [first] = siaes.nodes;
  const there = await answerOf<{ siaes: { nodes: { organization: unknown }[] } }>(
    graph,
    'query ($code: String!) { siaes(first: 100, filter: { locatedIn: $code }) { nodes { organization { id seat { code } } } } }',
    { code: first?.organization.seat.code },
  );
  expect(
    there.siaes.nodes.filter(
      ({ organization }) => JSON.stringify(organization) === JSON.stringify(first?.organization),
    ).length,
  ).toBe(1);
});

const ACROSS = `query ($ids: [String!]!) {
  kept: organization(id: "ORG:lit-up") { ...all }
  old: organization(id: "ORG:maison-proxite") { ...all }
  byKeptName: laureates(filter: { search: "Lit uP" }, orderBy: NAME_ASC) { nodes { applicantName organization { name } } }
  byOldName: laureates(filter: { search: "Proxité" }, orderBy: NAME_ASC) { nodes { applicantName organization { name } } }
  none: organizations(filter: { sirets: $ids }) { totalCount }
}
fragment all on Organization { id name isLaureate applications { id } jointProjects { partners { name } } operatesIn { code } }`;
const across = () => answerOf<Record<string, unknown>>(graph, ACROSS, { ids: [] });

test('a merged structure is one in every domain, under either id, until it is taken out again', async () => {
  const before = await across();
  await write('mergeOrganizations', { keep: 'ORG:lit-up', merge: 'ORG:maison-proxite' });
  const merged = await across();
  const one = {
    id: 'ORG:lit-up',
    name: 'Lit uP',
    isLaureate: true,
    applications: [{ id: 'APP:1-lit-up' }, { id: 'APP:1-maison-proxite' }],
    jointProjects: [{ partners: [{ name: 'Lit uP' }, { name: 'Lit uP' }] }],
    operatesIn: [{ code: 'COM:92050' }],
  };
  const both = {
    nodes: ['Lit uP', 'Maison Proxité'].map((applicantName) => ({
      applicantName,
      organization: { name: 'Lit uP' },
    })),
  };
  expect(merged).toEqual({ kept: one, old: one, byKeptName: both, byOldName: both, none: { totalCount: 0 } });
  for (const copier of ['grants', 'events', 'procurement']) {
    expect(await compareCopy(domain('observatory').changes, 'organization', domain(copier).db)).toEqual({
      missing: [],
      surplus: [],
      different: [],
    });
  }
  await write('unmergeOrganizations', { organization: 'ORG:maison-proxite' });
  expect(await across()).toEqual(before);
});

test('a supplier is found from the structure that it was merged into, and as a laureate when that one is', async () => {
  const { organizations } = await answerOf<{
    organizations: { nodes: { id: string; siae: { id: string } }[] };
  }>(
    graph,
    '{ organizations(filter: { isDemonstration: true, roles: [SIAE] }, first: 2) { nodes { id siae { id } } } }',
  );
  const [kept, former] = organizations.nodes;
  const siaes = () =>
    answerOf<Record<string, unknown>>(
      graph,
      'query ($kept: ID!, $former: ID!) { kept: organization(id: $kept) { siae { id } } former: organization(id: $former) { siae { id } } }',
      { kept: kept?.id, former: former?.id },
    );
  await write('mergeOrganizations', { keep: kept?.id, merge: former?.id });
  expect(await siaes()).toEqual({ kept: { siae: kept?.siae }, former: { siae: kept?.siae } });
  await write('unmergeOrganizations', { organization: former?.id });
  expect(await siaes()).toEqual({ kept: { siae: kept?.siae }, former: { siae: former?.siae } });
});

test('X19: with the claims of every domain in the ledger, the inbox holds what the documents print wrong, and no more', async () => {
  const settings = platformSettings({ DATABASE_URL: 'postgres://unused/unused' });
  await domain('observatory').catchUp();
  await loadPlatformSubgraph(domain('observatory'), settings, () => {}, true);
  const data = await asAgent('{ qualityFindings(first: 100) { nodes { kind subjects } } }');
  const inbox = data?.qualityFindings as { nodes: { kind: string; subjects: string[] }[] };
  expect(inbox.nodes.filter(({ kind }) => kind !== 'NAME_VARIANT')).toEqual([
    { kind: 'EMAIL_DOMAIN_NEAR_SITE', subjects: ['ORG:la-societe-du-partage'] },
    { kind: 'POSTCODE_OF_OTHER_DEPARTMENT', subjects: ['ORG:bicyclaide'] },
    { kind: 'SHARED_PHONE', subjects: ['ORG:bicyclaide', 'ORG:maison-proxite'] },
    { kind: 'POSTCODE_OF_OTHER_COMMUNE', subjects: ['ORG:lit-up'] },
    { kind: 'POSTCODE_SPACING', subjects: ['ORG:assol'] },
  ]);
});
