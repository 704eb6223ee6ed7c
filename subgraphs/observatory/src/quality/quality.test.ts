import { VISITOR, type Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadFacts } from '../load-facts.ts';
import { anObservatory, FACT_SETTINGS } from '../observatory.fixture.ts';
import { loadQualityFindings } from './load-quality-findings.ts';

const AGENT: Viewer = { ...VISITOR, kind: 'person', subject: 'PERSON:agent', roles: ['agent'] };

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await anObservatory({ demonstration: true });
});
afterAll(() => graph.stop());

type Finding = { id: string; kind: string; subjects: string[]; statement: string } & Record<string, unknown>;
type Inbox = { totalCount: number; nodes: Finding[] };
const inbox = async (filter: Record<string, unknown> = {}, viewer = AGENT): Promise<Inbox> => {
  const { data, errors } = await graph.as(viewer).run(
    `query ($filter: QualityFindingFilter) { qualityFindings(filter: $filter, first: 100) {
      totalCount nodes { id kind severity subjects field statement explanation status resolution note resolvedAt sources { title } }
    } }`,
    { filter },
  );
  expect(errors).toBeUndefined();
  return data?.qualityFindings as Inbox;
};
const told = ({ nodes }: Inbox) => nodes.map(({ kind, subjects, statement }) => [kind, subjects, statement]);

test('the documents hold the three errors of the brochure, a fourth postcode, a space and seven names', async () => {
  const all = await inbox();
  const isName = ({ kind }: Finding) => kind === 'NAME_VARIANT';
  expect(told({ ...all, nodes: all.nodes.filter((each) => !isName(each)) })).toEqual([
    ['EMAIL_DOMAIN_NEAR_SITE', ['ORG:la-societe-du-partage'], 'contact@socetedupartage.fr'],
    ['POSTCODE_OF_OTHER_DEPARTMENT', ['ORG:bicyclaide'], '93400 Courbevoie'],
    ['SHARED_PHONE', ['ORG:bicyclaide', 'ORG:maison-proxite'], '01 47 93 41 08'],
    // Not one of the three that are known of old, and as true: 83600 is of Fréjus.
    ['POSTCODE_OF_OTHER_COMMUNE', ['ORG:lit-up'], '83600 Hyères'],
    ['POSTCODE_SPACING', ['ORG:assol'], '92 000 Nanterre'],
  ]);
  expect(
    all.nodes
      .filter(isName)
      .map(({ statement }) => statement)
      .sort(),
  ).toEqual([
    'CRESS IDF · CRESSIDF',
    'Chambre de Métiers et de l’Artisanat · Chambre de Métier et d’Artisanat',
    'La société du partage · LA SOCIÉTÉ DU PARTAGE · La Société du Partage',
    'Les petites cantines · LES PETITES CANTINES · Les Petites Cantines',
    'Lit uP · LIT UP · Lit Up',
    'Pro Bono Lab · PROBONOLAB',
    'Stade Multisports Montrouge · STADE MULTISPORT MONTROUGE · Stade Multisports de Montrouge',
  ]);
  expect(all.totalCount).toBe(12);
});

test('a finding says what is wrong, where it is printed, and that it waits', async () => {
  const { nodes } = await inbox({ kinds: ['POSTCODE_OF_OTHER_DEPARTMENT'] });
  expect(nodes).toEqual([
    {
      id: expect.stringMatching(/^FINDING:[0-9a-f]{16}$/),
      kind: 'POSTCODE_OF_OTHER_DEPARTMENT',
      severity: 'ERROR',
      subjects: ['ORG:bicyclaide'],
      field: 'address.postcode',
      statement: '93400 Courbevoie',
      explanation:
        '93400 n’est pas un code postal de Courbevoie (92400), ni d’aucune commune de son département.',
      status: 'OPEN',
      resolution: null,
      note: null,
      resolvedAt: null,
      sources: [{ title: 'Les lauréats de l’appel à projets PROGR’ESS 2023' }],
    },
  ]);
});

test('filters add up', async () => {
  expect([
    told(await inbox({ subjects: ['ORG:maison-proxite'] })).map(([kind]) => kind),
    (await inbox({ subjects: ['ORG:maison-proxite'], kinds: ['NAME_VARIANT'] })).totalCount,
    (await inbox({ status: 'RESOLVED' })).totalCount,
  ]).toEqual([['SHARED_PHONE'], 0, 0]);
});

test('what the sources print stays as printed', async () => {
  const rows = await graph.db.query(
    `SELECT as_printed FROM organization_contact WHERE organization_id IN ('ORG:assol', 'ORG:bicyclaide') AND kind = 'ADDRESS' ORDER BY id`,
  );
  expect(rows).toEqual([
    { as_printed: '31 rue des Ombrées, 92 000 Nanterre' },
    { as_printed: '43 rue Victor Hugo, 93400 Courbevoie' },
  ]);
});

test.each<[string, Viewer]>([
  ['a visitor', VISITOR],
  ...['applicant', 'juror', 'siae', 'buyer', 'partner'].map(
    (role) => [role, { ...AGENT, roles: [role] }] as [string, Viewer],
  ),
  [
    'a key',
    {
      ...VISITOR,
      kind: 'key',
      subject: 'KEY:a',
      scopes: ['statistics:publish', 'directory:read', 'bi:read'],
    },
  ],
])('%s sees no finding, and decides of none', async (_who, viewer) => {
  const { data, errors } = await graph
    .as(viewer)
    .run('{ qualityFindings(first: 1) { totalCount nodes { statement } } }');
  expect([data, errors?.length]).toEqual([null, 1]);
  expect(await decide({ id: 'FINDING:0000000000000000' }, viewer)).toMatchObject({
    __typename: 'PermissionError',
  });
});

test.each(['agent', 'producer', 'admin'])('a person with the role %s reads the inbox', async (role) => {
  expect((await inbox({}, { ...AGENT, roles: [role] })).totalCount).toBe(12);
});

let attempts = 0;
async function decide(input: Record<string, unknown>, viewer = AGENT): Promise<unknown> {
  attempts += 1;
  const { data, errors } = await graph.as(viewer).run(
    `mutation ($input: ResolveQualityFindingInput!) { resolveQualityFinding(input: $input) {
      __typename
      ... on ResolveQualityFindingSuccess { finding { id status resolution note } }
      ... on UserError { code path }
      ... on ValidationError { problems { code path } }
    } }`,
    { input: { idempotencyKey: `k${attempts}`, resolution: 'ACCEPTED', ...input } },
  );
  expect(errors).toBeUndefined();
  return data?.resolveQualityFinding;
}

test('a decision survives reloads while the finding is the same, and no longer', async () => {
  const { nodes } = await inbox({ kinds: ['SHARED_PHONE'] });
  const id = nodes[0]?.id;
  const finding = {
    id,
    status: 'RESOLVED',
    resolution: 'FIXED_AT_SOURCE',
    note: 'La structure est prévenue',
  };
  const input = {
    id,
    resolution: 'FIXED_AT_SOURCE',
    note: ' La structure est prévenue ',
    idempotencyKey: 'once',
  };
  const success = { __typename: 'ResolveQualityFindingSuccess', finding };
  expect([await decide(input), await decide(input)]).toEqual([success, success]);
  expect(await decide({ ...input, note: 'autre' })).toMatchObject({ __typename: 'ConflictError' });
  const reload = () => loadFacts(graph.db, { ...FACT_SETTINGS, demonstration: true, thorough: true });
  const reports = await reload();
  expect(reports.filter(({ inserted, changed }) => inserted + changed > 0)).toEqual([]);
  expect((await inbox({ status: 'RESOLVED' })).nodes).toMatchObject([finding]);
  expect((await inbox({ status: 'OPEN' })).totalCount).toBe(11);

  await graph.db.query(
    `UPDATE organization_contact SET normalised = '+33147934109', as_printed = '01 47 93 41 09' WHERE normalised = '+33147934108'`,
  );
  await loadQualityFindings(graph.db, FACT_SETTINGS);
  expect((await inbox({ kinds: ['SHARED_PHONE'] })).nodes).toMatchObject([
    { statement: '01 47 93 41 09', status: 'OPEN' },
  ]);
  await reload();
  expect((await inbox({ kinds: ['SHARED_PHONE'] })).nodes).toMatchObject([finding]);
});

test.each([
  [{ id: 'FINDING:0000000000000000' }, { __typename: 'NotFoundError', code: 'NOT_FOUND', path: ['id'] }],
  [{ id: 'ORG:assol' }, { __typename: 'NotFoundError' }],
  [
    { id: 'x', note: ' ', idempotencyKey: '' },
    {
      problems: [
        { code: 'IDEMPOTENCY_KEY_MALFORMED', path: ['idempotencyKey'] },
        { code: 'REASON_LENGTH', path: ['note'] },
      ],
    },
  ],
])('a decision on %o is refused', async (input, expected) => {
  expect(await decide(input)).toMatchObject(expected);
});

test('the journal names the finding and the decision, and neither the note nor what is printed', async () => {
  const { nodes } = await inbox({ kinds: ['EMAIL_DOMAIN_NEAR_SITE'] });
  await decide({ id: nodes[0]?.id, note: 'vu avec Mme Untel' });
  const rows = await graph.db.query(
    `SELECT target, details FROM journal WHERE action = 'QUALITY_FINDING_RESOLVED' ORDER BY seq DESC LIMIT 1`,
  );
  expect(rows).toEqual([{ target: nodes[0]?.id, details: { resolution: 'ACCEPTED' } }]);
});

test('once two organisations are one, their phone is shared with nobody', async () => {
  await graph.db.query(
    `UPDATE organization SET merged_into = 'ORG:maison-proxite', current_id = 'ORG:maison-proxite', merge_depth = 1, into_depth = 0
      WHERE id = 'ORG:bicyclaide'`,
  );
  await loadFacts(graph.db, { ...FACT_SETTINGS, demonstration: true });
  expect((await inbox({ kinds: ['SHARED_PHONE'] })).totalCount).toBe(0);
  await graph.db.query(
    `UPDATE organization SET merged_into = NULL, current_id = id, merge_depth = 0, into_depth = NULL WHERE id = 'ORG:bicyclaide'`,
  );
  await loadFacts(graph.db, { ...FACT_SETTINGS, demonstration: true });
  expect((await inbox({ kinds: ['SHARED_PHONE'] })).totalCount).toBe(1);
});

test('two sources that print the same error make one finding, of both', async () => {
  const inserted: { id: string }[] = await graph.db.query(
    `INSERT INTO organization_contact (id, organization_id, kind, as_printed, normalised, nominative, source_id)
     SELECT 'twice/' || c.id, c.organization_id, c.kind, c.as_printed, c.normalised, false, 'panorama-ess-92'
       FROM organization_contact c WHERE c.organization_id = 'ORG:bicyclaide' AND c.kind = 'ADDRESS' RETURNING id`,
  );
  await loadQualityFindings(graph.db, FACT_SETTINGS);
  const { nodes } = await inbox({ kinds: ['POSTCODE_OF_OTHER_DEPARTMENT'] });
  expect([inserted.length, nodes.length, nodes[0]?.sources]).toEqual([
    1,
    1,
    [
      { title: 'Les lauréats de l’appel à projets PROGR’ESS 2023' },
      { title: 'Panorama départemental de l’Économie Sociale et Solidaire (ESS)' },
    ],
  ]);
  await graph.db.query(`DELETE FROM organization_contact WHERE id LIKE 'twice/%'`);
});

test('an id that is none is refused, naming the argument', async () => {
  const { errors } = await graph
    .as(AGENT)
    .run('{ qualityFindings(filter: { subjects: ["assol"] }) { totalCount } }');
  expect(errors?.map(({ extensions }) => extensions)).toEqual([
    { code: 'BAD_USER_INPUT', argument: 'filter.subjects' },
  ]);
});
