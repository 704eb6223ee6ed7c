import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestPlatform, testPlatform } from '../testing/test-platform.ts';
import { answerOf } from './answer-of.ts';

let graph: TestPlatform;
beforeAll(async () => {
  // As much as an agent may ask.
  graph = await testPlatform({ mode: 'one process', env: { MAX_COST: '5000' } });
});
afterAll(() => graph.stop());

const PANORAMA = { title: 'Panorama départemental de l’Économie Sociale et Solidaire (ESS)' };
const OBSERVATORY = { title: 'Observatoire départemental de l’ESS' };
const BROCHURE = { title: 'Les lauréats de l’appel à projets PROGR’ESS 2023' };
const COG = { title: 'Code officiel géographique 2026' };

test('T6: seat, intervention area and action of a project are three relations', async () => {
  const data = await answerOf(
    graph,
    `{
      cantines: laureates(filter: { search: "petites cantines" }) { nodes { ...places } }
      litUp: laureates(filter: { search: "Lit uP" }) { nodes { ...places } }
      cigales: laureates(filter: { search: "Cigales" }) { nodes { ...places } }
      cress: laureates(filter: { search: "CRESS" }) { nodes { ...places } }
      afute: laureates(filter: { search: "Afuté" }) { nodes { ...places } }
      actingInAntony: laureates(filter: { within: "COM:92002" }, orderBy: NAME_ASC) { nodes { applicantName } }
      actingInLyon: laureates(filter: { within: "COM:69123" }) { totalCount }
      ofLyon: organizations(filter: { within: "COM:69123", isDemonstration: false }) { nodes { id } }
      north: territorySearch(search: "Nord des Hauts-de-Seine") { code }
    }
    fragment places on Application {
      areaAsStated
      actionTerritories { code }
      organization { id seat { code name } operatesIn { code } }
    }`,
  );
  const places = (
    areaAsStated: string,
    action: string[],
    id: string,
    seat: { code: string; name: string } | null,
  ) => {
    const territories = action.map((code) => ({ code }));
    return {
      nodes: [
        {
          areaAsStated,
          actionTerritories: territories,
          organization: { id, seat, operatesIn: territories },
        },
      ],
    };
  };
  const montreuil = { code: 'COM:93048', name: 'Montreuil' };
  expect(data).toEqual({
    cantines: places('Antony', ['COM:92002'], 'ORG:les-petites-cantines', {
      code: 'COM:69123',
      name: 'Lyon',
    }),
    litUp: places('Nanterre', ['COM:92050'], 'ORG:lit-up', { code: 'COM:83069', name: 'Hyères' }),
    cigales: places('Hauts-de-Seine', ['DEP:92'], 'ORG:les-cigales', montreuil),
    cress: places('Hauts-de-Seine', ['DEP:92'], 'ORG:cress-idf', montreuil),
    afute: places('Nord des Hauts-de-Seine', [], 'ORG:afute', null),
    actingInAntony: {
      nodes: ['Les petites cantines', 'Reprise', 'Synergie'].map((applicantName) => ({ applicantName })),
    },
    actingInLyon: { totalCount: 0 },
    ofLyon: { nodes: [{ id: 'ORG:les-petites-cantines' }] },
    north: [],
  });
});

test('T7: the errors of the brochure are stored as printed, and told as such', async () => {
  const printed = await graph.open.get('observatory')?.db.query(
    `SELECT organization_id AS id, as_printed AS text FROM organization_contact
     WHERE as_printed LIKE '%93400%' OR normalised = '+33147934108' OR as_printed LIKE '%@socetedupartage.fr'
     ORDER BY organization_id, kind`,
  );
  expect(printed).toEqual([
    { id: 'ORG:bicyclaide', text: '43 rue Victor Hugo, 93400 Courbevoie' },
    { id: 'ORG:bicyclaide', text: '01 47 93 41 08' },
    { id: 'ORG:la-societe-du-partage', text: 'contact@socetedupartage.fr' },
    { id: 'ORG:maison-proxite', text: '01 47 93 41 08' },
  ]);
  const told = await answerOf<Record<string, { website: string; claims: { field: string }[] }>>(
    graph,
    `{
      bicyclAide: organization(id: "ORG:bicyclaide") { ...told }
      proxite: organization(id: "ORG:maison-proxite") { ...told }
      partage: organization(id: "ORG:la-societe-du-partage") { ...told }
    }
    fragment told on Organization { website claims { field statement current source { title } } }`,
  );
  const claimsOf = (name: string, field: string) =>
    told[name]?.claims.filter((claim) => claim.field === field);
  expect(claimsOf('bicyclAide', 'postcode')).toEqual([
    { field: 'postcode', statement: '92400', current: true, source: COG },
    { field: 'postcode', statement: '93400', current: false, source: BROCHURE },
  ]);
  const samePhone = {
    field: 'phone',
    statement: 'Le même numéro de téléphone est imprimé pour BicyclAide et pour la Maison Proxité.',
    current: true,
    source: BROCHURE,
  };
  expect([claimsOf('bicyclAide', 'phone'), claimsOf('proxite', 'phone')]).toEqual([[samePhone], [samePhone]]);
  expect(told['partage']?.website).toBe('https://societedupartage.fr/');
  expect(claimsOf('partage', 'email')).toEqual([
    {
      field: 'email',
      statement: 'Le domaine du courriel imprimé diffère de celui du site par une lettre.',
      current: true,
      source: BROCHURE,
    },
  ]);
});

test('T8: every spelling of a name leads to one of the 27 organisations', async () => {
  const { register } = await answerOf<{ register: { totalCount: number } }>(
    graph,
    '{ register: organizations(filter: { roles: [LAUREATE], isDemonstration: false }) { totalCount } }',
  );
  expect(register.totalCount).toBe(27);
  const spellings: [string, string][] = [
    ['Lit uP', 'lit-up'],
    ['LIT UP', 'lit-up'],
    ['Lit Up', 'lit-up'],
    ['PROBONOLAB', 'pro-bono-lab'],
    ['Pro Bono Lab', 'pro-bono-lab'],
    ['STADE MULTISPORT MONTROUGE', 'stade-multisports-montrouge'],
    ['Stade Multisports Montrouge', 'stade-multisports-montrouge'],
    ['Stade Multisports de Montrouge', 'stade-multisports-montrouge'],
    ['LES PETITES CANTINES', 'les-petites-cantines'],
    ['Les petites cantines', 'les-petites-cantines'],
    ['MAISON PROXITE', 'maison-proxite'],
    ["Clam'Art de vivre", 'clam-art-de-vivre'],
  ];
  const found: unknown[] = [];
  for (const [search] of spellings) {
    found.push(
      await answerOf(
        graph,
        `query ($search: String!) {
          organizations(search: $search, filter: { isDemonstration: false }) { nodes { id } }
          laureates(filter: { search: $search }) { nodes { organization { id } } }
        }`,
        { search },
      ),
    );
  }
  expect(found).toEqual(
    spellings.map(([, slug]) => ({
      organizations: { nodes: [{ id: `ORG:${slug}` }] },
      laureates: { nodes: [{ organization: { id: `ORG:${slug}` } }] },
    })),
  );
  expect(
    await answerOf(
      graph,
      `{
        litUp: organization(id: "ORG:lit-up") { name aliases }
        proBono: organization(id: "ORG:pro-bono-lab") { name aliases }
        stade: organization(id: "ORG:stade-multisports-montrouge") { name aliases }
        cantines: organization(id: "ORG:les-petites-cantines") { name aliases }
      }`,
    ),
  ).toEqual({
    litUp: { name: 'Lit uP', aliases: ['LIT UP', 'Lit Up'] },
    proBono: { name: 'Pro Bono Lab', aliases: ['PROBONOLAB'] },
    stade: {
      name: 'Stade Multisports Montrouge',
      aliases: ['STADE MULTISPORT MONTROUGE', 'Stade Multisports de Montrouge'],
    },
    cantines: { name: 'Les petites cantines', aliases: ['LES PETITES CANTINES', 'Les Petites Cantines'] },
  });
});

test('T9: one organisation holds several roles, each with its source', async () => {
  const data = await answerOf<{ meeting: { claims: { field: string }[] } } & Record<string, unknown>>(
    graph,
    `{
      cress: organization(id: "ORG:cress-idf") { roleSpans { role source { title } } }
      franceActive: organization(id: "ORG:france-active-metropole") { roleSpans { role source { title } } }
      explore: laureates(filter: { search: "EXPLORE" }) { nodes { organization { id } } }
      support: call(edition: 3) { supportPartners { id } }
      day: event(slug: "rencontres-ess-et-territoire-2024-11-13") {
        organizers { id }
        sessions { speakers { id } }
      }
      meeting: event(slug: "rencontres-collectivites-2024-04-23") { claims { field statement } }
    }`,
  );
  const spans = (source: { title: string }, ...roles: string[]) => ({
    roleSpans: roles.map((role) => ({ role, source })),
  });
  const { meeting, ...roles } = data;
  expect(roles).toEqual({
    cress: spans(PANORAMA, 'APPLICANT', 'LAUREATE', 'DATA_PROVIDER'),
    franceActive: spans(OBSERVATORY, 'SUPPORT_PARTNER', 'ORGANIZER', 'SPEAKER'),
    explore: { nodes: [{ organization: { id: 'ORG:cress-idf' } }] },
    support: {
      supportPartners: [{ id: 'ORG:france-active-metropole' }, { id: 'ORG:positiv-incuba-school' }],
    },
    day: {
      organizers: [
        { id: 'ORG:departement-des-hauts-de-seine' },
        { id: 'ORG:activity' },
        { id: 'ORG:france-active-metropole' },
      ],
      sessions: [
        { speakers: [{ id: 'ORG:kpmg' }, { id: 'ORG:france-active-metropole' }] },
        ...Array.from({ length: 5 }, () => ({ speakers: [] })),
      ],
    },
  });
  expect(meeting.claims.filter(({ field }) => field.startsWith('presentedActor.'))).toEqual([
    {
      field: 'presentedActor.cress-idf',
      statement: 'La CRESS Île-de-France est présentée comme acteur mobilisable.',
    },
    {
      field: 'presentedActor.france-active-metropole',
      statement: 'France Active Métropole est présentée comme acteur mobilisable.',
    },
  ]);
});

test('T17: Maison Proxité and Lit uP share a joint project, read from either, and from no one else', async () => {
  type Structure = { id: string; jointProjects: { title: string; partners: { id: string }[] }[] };
  const { organizations } = await answerOf<{ organizations: { pageInfo: unknown; nodes: Structure[] } }>(
    graph,
    '{ organizations(filter: { isDemonstration: false }, first: 100) { pageInfo { hasNextPage } nodes { id jointProjects { title partners { id } } } } }',
  );
  expect(organizations.pageInfo).toEqual({ hasNextPage: false });
  const project = {
    title: 'Projet commun de Maison Proxité et de Lit uP (sans nom dans la source)',
    partners: [{ id: 'ORG:maison-proxite' }, { id: 'ORG:lit-up' }],
  };
  expect(
    organizations.nodes
      .filter(({ jointProjects }) => jointProjects.length > 0)
      .sort((a, b) => a.id.localeCompare(b.id)),
  ).toEqual([
    { id: 'ORG:lit-up', jointProjects: [project] },
    { id: 'ORG:maison-proxite', jointProjects: [project] },
  ]);
});
