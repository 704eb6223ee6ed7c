import { clockSetTo } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import {
  AGENT,
  APPLICANT,
  applicantOf,
  JUROR,
  ONE_OF_EACH,
  OTHER_APPLICANT,
} from '../testing/viewers.fixture.ts';
import { act, aDraft, attach, COMPLETE_FORM, SAVED, STARTED, SUBMITTED } from './application-form.fixture.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await loadedGrants({ clock: clockSetTo('2025-11-20') });
});
afterAll(() => graph.stop());

const FORM = `query ($id: ID!) { application(id: $id) {
  title requested { cents } themes { code }
  form { structure { name siret } themes project { title requestedCents } projectBudget { lines { account cents } } }
} }`;
const CONTACT = 'query ($id: ID!) { application(id: $id) { form { structure { contact { email } } } } }';

const save = (id: string, expectedVersion: number, form: object, viewer = APPLICANT) =>
  act(graph, viewer, 'saveDraft', { id, expectedVersion, form }, SAVED);

async function start(viewer = APPLICANT): Promise<string> {
  const { application } = await act(graph, viewer, 'startApplication', { edition: 4 }, STARTED);
  return application?.id ?? '';
}

test('a draft is opened for the structure, is in its list, and is nobody else’s', async () => {
  const id = await start();
  expect(id).toMatch(/^APP:4-[0-9a-z]{16}$/);
  const { data } = await graph
    .as(APPLICANT)
    .run('{ myApplications { id state applicantName organization { id } number submittedAt } }');
  expect(data?.['myApplications']).toEqual([
    {
      ...{ id, state: 'DRAFT', applicantName: 'BicyclAide', organization: { id: 'ORG:bicyclaide' } },
      ...{ number: null, submittedAt: null },
    },
  ]);
  for (const viewer of [AGENT, OTHER_APPLICANT, JUROR]) {
    expect((await graph.as(viewer).run(FORM, { id })).data).toEqual({ application: null });
  }
});

test('parts are saved one by one; a part that is not sent stays as it was', async () => {
  const id = await start(applicantOf('ORG:assol'));
  const viewer = applicantOf('ORG:assol');
  await save(id, 1, { structure: { name: ' Assol ', siret: '732 829 320 00074' } }, viewer);
  const saved = await save(
    id,
    2,
    {
      project: { title: 'Un projet', territories: ['COM:92046'], indicators: [] },
      themes: ['SANTE_NUTRITION'],
    },
    viewer,
  );
  expect([saved.application?.version, saved['warnings']]).toEqual([3, []]);
  expect((await graph.as(viewer).run(FORM, { id })).data?.['application']).toEqual({
    ...{ title: 'Un projet', requested: null, themes: [{ code: 'SANTE_NUTRITION' }] },
    form: {
      structure: { name: 'Assol', siret: '732 829 320 00074' },
      themes: ['SANTE_NUTRITION'],
      project: { title: 'Un projet', requestedCents: null },
      projectBudget: null,
    },
  });
  const [row]: unknown[] = await graph.db.query(
    'SELECT applicant_siret, applicant_name, action_territories FROM application WHERE id = $1',
    [id],
  );
  expect(row).toEqual({
    ...{ applicant_siret: '73282932000074', applicant_name: 'Assol', action_territories: ['COM:92046'] },
  });
});

test('what is malformed is kept as it was typed, told with its path, and kept out of the columns', async () => {
  const viewer = applicantOf('ORG:solishop');
  const id = await start(viewer);
  const saved = await save(
    id,
    1,
    {
      structure: { name: 'Solishop', siret: '123', rna: 'X', legalForm: '92', website: 'ftp://x' },
      means: { volunteers: -1 },
      project: {
        territories: ['COM:1'],
        indicators: [],
        requestedCents: -5,
        startsOn: '2026-02-01',
        endsOn: '2026-01-01',
      },
      themes: ['INCONNUE', 'SANTE_NUTRITION'],
    },
    viewer,
  );
  expect(saved['warnings']).toEqual(
    [
      ['SIRET_MALFORMED', 'structure', 'siret'],
      ['RNA_MALFORMED', 'structure', 'rna'],
      ['LEGAL_FORM_MALFORMED', 'structure', 'legalForm'],
      ['WEBSITE_MALFORMED', 'structure', 'website'],
      ['COUNT_MALFORMED', 'means', 'volunteers'],
      ['PERIOD_REVERSED', 'project', 'endsOn'],
      ['AMOUNT_NOT_POSITIVE', 'project', 'requestedCents'],
      ['TERRITORY_UNKNOWN', 'project', 'territories', '0'],
      ['THEME_UNKNOWN', 'themes', '0'],
    ].map(([code, ...path]) => ({ code, path: ['form', ...path] })),
  );
  expect((await graph.as(viewer).run(FORM, { id })).data?.['application']).toMatchObject({
    ...{ requested: null, themes: [{ code: 'SANTE_NUTRITION' }] },
    form: {
      structure: { siret: '123' },
      themes: ['INCONNUE', 'SANTE_NUTRITION'],
      project: { requestedCents: -5 },
    },
  });
});

test('two tabs that save the same version: one saves, the other is told the version that there is now', async () => {
  const viewer = applicantOf('ORG:explore');
  const id = await start(viewer);
  const tab = (title: string) => save(id, 1, { project: { title, territories: [], indicators: [] } }, viewer);
  const both = await Promise.all([tab('Un'), tab('Deux')]);
  expect(both.map(({ __typename, currentVersion }) => [__typename, currentVersion]).sort()).toEqual([
    ['ConflictError', 2],
    ['SaveDraftSuccess', undefined],
  ]);
});

test('a draft that is thrown away leaves nothing; what is filed is not thrown away', async () => {
  const viewer = applicantOf('ORG:afute');
  const { id, version } = await aDraft(graph, { viewer });
  const files: { id: string }[] = await graph.db.query(
    'SELECT id FROM attachment WHERE application_id = $1',
    [id],
  );
  const input = { id, expectedVersion: version, idempotencyKey: 'throw-away' };
  const discard = () => act(graph, viewer, 'discardDraft', input, '... on DiscardDraftSuccess { id }');
  const thrown = { __typename: 'DiscardDraftSuccess', id };
  expect([await discard(), await discard()]).toEqual([thrown, thrown]);
  const { storage } = graph.open.newContext(viewer, 'test');
  const left = await Promise.all(files.map((file) => storage.bytesOf(`attachments/${file.id}`)));
  const rows: unknown[] = await graph.db.query(
    `SELECT 1 FROM application WHERE id = $1 UNION ALL SELECT 1 FROM application_form WHERE application_id = $1
     UNION ALL SELECT 1 FROM attachment WHERE application_id = $1`,
    [id],
  );
  expect([left, rows]).toEqual([[null, null], []]);

  const filed = await aDraft(graph, { viewer });
  await act(
    graph,
    viewer,
    'submitApplication',
    { draftId: filed.id, expectedVersion: filed.version },
    SUBMITTED,
  );
  const refused = await act(graph, viewer, 'discardDraft', {
    id: filed.id,
    expectedVersion: filed.version + 1,
  });
  expect(refused.code).toBe('APPLICATION_NOT_A_DRAFT');
  expect((await save(filed.id, filed.version + 1, {}, viewer)).code).toBe('APPLICATION_NOT_WRITABLE');
});

test('a structure has five drafts under a call at most, even opened at once', async () => {
  const viewer = applicantOf('ORG:cress-idf');
  const all = await Promise.all(
    Array.from({ length: 8 }, () => act(graph, viewer, 'startApplication', { edition: 4 })),
  );
  expect(all.map(({ code = 'started' }) => code).sort()).toEqual([
    ...['TOO_MANY_DRAFTS', 'TOO_MANY_DRAFTS', 'TOO_MANY_DRAFTS'],
    ...['started', 'started', 'started', 'started', 'started'],
  ]);
});

test('nobody but applicants opens a draft, and none without a structure', async () => {
  const outcomes = [];
  for (const viewer of [...ONE_OF_EACH, { ...APPLICANT, subject: 'PERSON:alone', organization: null }]) {
    const { code = 'started', problems } = await act(graph, viewer, 'startApplication', { edition: 4 });
    outcomes.push([viewer.roles[0] ?? 'visitor', problems?.[0]?.code ?? code]);
  }
  expect(outcomes).toEqual([
    ...ONE_OF_EACH.map(({ roles: [role = 'visitor'] }) => [
      role,
      role === 'applicant' ? 'started' : 'PERMISSION',
    ]),
    ['applicant', 'ORGANIZATION_MISSING'],
  ]);
});

test('agents and declared jurors read what was filed, not what is being written; no juror reads who to call', async () => {
  const viewer = applicantOf('ORG:maison-proxite');
  const draft = await aDraft(graph, { viewer });
  await act(
    graph,
    viewer,
    'submitApplication',
    { draftId: draft.id, expectedVersion: draft.version },
    SUBMITTED,
  );
  await graph.db.query(
    `INSERT INTO review_assignment (id, application_id, reviewer, assigned_at, assigned_by, declared_at)
     VALUES (gen_random_uuid(), $1, $2, now(), 'x', now())`,
    [draft.id, JUROR.subject],
  );
  const title = COMPLETE_FORM.project.title;
  for (const reader of [viewer, AGENT, JUROR]) {
    const { data } = await graph.as(reader).run(FORM, { id: draft.id });
    expect(data?.['application']).toMatchObject({ form: { project: { title } } });
  }
  const juror = await graph.as(JUROR).run(CONTACT, { id: draft.id });
  const agent = await graph.as(AGENT).run(CONTACT, { id: draft.id });
  expect([juror.data?.['application'], juror.errors?.map(({ extensions }) => extensions?.['code'])]).toEqual([
    { form: { structure: { contact: null } } },
    ['FORBIDDEN'],
  ]);
  expect(agent.data?.['application']).toEqual({
    form: { structure: { contact: { email: 'claude@exemple.fr' } } },
  });
  const reads: unknown[] = await graph.db.query(
    `SELECT actor, count(*)::int AS reads FROM journal WHERE action = 'APPLICATION_READ' AND target = $1
      GROUP BY actor ORDER BY actor`,
    [draft.id],
  );
  expect(reads).toEqual([
    { actor: AGENT.subject, reads: 2 },
    { actor: JUROR.subject, reads: 2 },
  ]);
  await expect(
    graph.db.query(`UPDATE application_form_version SET content = '{}' WHERE application_id = $1`, [
      draft.id,
    ]),
  ).rejects.toThrow('a form that was filed does not change');
});

test('the journal names nobody and says nothing of a form', async () => {
  const viewer = applicantOf('ORG:explore');
  const { id } = await aDraft(graph, { viewer, attached: false });
  await attach(graph, id, { viewer, fileName: 'Claude.pdf' });
  const [row]: { whole: string }[] = await graph.db.query(
    `SELECT string_agg(details::text || coalesce(target, ''), ' ') AS whole FROM journal`,
  );
  expect(['Claude', 'exemple.fr', 'vélo'].filter((word) => row?.whole.includes(word))).toEqual([]);
});

test('forms of a list are read in one statement, and noted in one', async () => {
  const sql = await graph.statementsOf(() =>
    graph
      .as(APPLICANT)
      .run('{ myApplications { form { themes } attachments { id } pendingRequest { reason } } }'),
  );
  expect(sql.length).toBe(5);
});
