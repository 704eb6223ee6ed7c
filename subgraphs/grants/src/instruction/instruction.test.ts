import { clockSetTo } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  act,
  aDraft,
  COMPLETE_FORM,
  INSTRUCTED,
  SAVED,
  SUBMITTED,
} from '../application-form/application-form.fixture.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import {
  ADMIN,
  AGENT,
  APPLICANT,
  applicantOf,
  ONE_OF_EACH,
  OTHER_APPLICANT,
} from '../testing/viewers.fixture.ts';

let graph: TestSubgraph;
let structures = 0;

beforeAll(async () => {
  graph = await loadedGrants({ clock: clockSetTo('2025-11-20') });
});
afterAll(() => graph.stop());

/** A filed application of a structure of its own. */
async function filed() {
  structures += 1;
  const viewer = applicantOf(`ORG:instructed-${structures}`);
  const draft = await aDraft(graph, { viewer });
  await act(
    graph,
    viewer,
    'submitApplication',
    { draftId: draft.id, expectedVersion: draft.version },
    SUBMITTED,
  );
  return { id: draft.id, version: draft.version + 1, viewer };
}

const step = (name: string, viewer: typeof AGENT, input: object) =>
  act(graph, viewer, name, { ...input }, INSTRUCTED);
const ASK = { reason: 'Le budget n’est pas clair.', points: ['Détaillez les achats.', 'Joignez un devis.'] };

const SHOWN = `query ($id: ID!) { application(id: $id) {
  state stateLabel title requested { cents } pendingRequest { reason points dueOn }
  history { from to actorRole reason } formVersions { number sha256 form { project { title } } }
  form { project { title } }
} }`;
type Shown = { formVersions: { sha256: string }[] } & Record<string, unknown>;
const shown = async (id: string, viewer: typeof AGENT) =>
  (await graph.as(viewer).run(SHOWN, { id })).data?.['application'] as Shown;

test('corrections: asked for, written, sent; each form that was judged is kept', async () => {
  const { id, version, viewer } = await filed();
  const { __typename } = await step('startReview', AGENT, { id, expectedVersion: version });
  const asked = await step('requestInformation', AGENT, {
    ...{ id, expectedVersion: version + 1, ...ASK, dueOn: '2025-12-05' },
  });
  expect([__typename, asked.application?.state]).toEqual([
    'InstructApplicationSuccess',
    'MORE_INFO_REQUESTED',
  ]);
  expect((await shown(id, viewer))['pendingRequest']).toEqual({ ...ASK, dueOn: '2025-12-05' });

  const project = { ...COMPLETE_FORM.project, title: 'La vélo-école, corrigée', requestedCents: 900_000 };
  await act(graph, viewer, 'saveDraft', { id, expectedVersion: version + 2, form: { project } }, SAVED);
  const before = 'La vélo-école du quartier';
  expect(await shown(id, viewer)).toMatchObject({
    form: { project: { title: project.title } },
    title: before,
  });
  expect(await shown(id, AGENT)).toMatchObject({ form: { project: { title: before } }, title: before });

  const answered = await step('answerInformation', viewer, {
    ...{ id, expectedVersion: version + 3, message: 'Voici le détail.' },
  });
  expect(answered.application?.state).toBe('UNDER_REVIEW');
  const { formVersions, ...rest } = await shown(id, AGENT);
  expect(rest).toEqual({
    ...{
      state: 'UNDER_REVIEW',
      stateLabel: 'À l’instruction',
      title: project.title,
      requested: { cents: 900_000 },
    },
    ...{ pendingRequest: null, form: { project: { title: project.title } } },
    history: [
      { from: 'DRAFT', to: 'SUBMITTED', actorRole: 'applicant', reason: null },
      { from: 'SUBMITTED', to: 'UNDER_REVIEW', actorRole: 'agent', reason: null },
      { from: 'UNDER_REVIEW', to: 'MORE_INFO_REQUESTED', actorRole: 'agent', reason: ASK.reason },
      { from: 'MORE_INFO_REQUESTED', to: 'UNDER_REVIEW', actorRole: 'applicant', reason: 'Voici le détail.' },
    ],
  });
  expect(formVersions).toEqual([
    { number: 1, sha256: formVersions[0]?.sha256, form: { project: { title: before } } },
    { number: 2, sha256: formVersions[1]?.sha256, form: { project: { title: project.title } } },
  ]);
  expect(new Set(formVersions.map(({ sha256 }) => sha256)).size).toBe(2);
});

test('an answer is as complete as what is filed, or is told all that it lacks; nothing is half written', async () => {
  const { id, version, viewer } = await filed();
  await step('requestInformation', AGENT, { id, expectedVersion: version, ...ASK });
  const attestations = { declarationsUpToDate: true, republicanCommitment: false, rightToRepresent: true };
  const project = { ...COMPLETE_FORM.project, requestedCents: 1_500_001, evaluation: ' ' };
  const input = { id, expectedVersion: version + 1, form: { project, attestations } };
  const refused = await step('answerInformation', viewer, input);
  expect(refused.problems?.map(({ code, path }) => [code, path?.join('.')])).toEqual([
    ['FIELD_MISSING', 'form.project.evaluation'],
    ['ATTESTATION_MISSING', 'form.attestations.republicanCommitment'],
    ['AMOUNT_ABOVE_CEILING', 'form.project.requestedCents'],
  ]);
  const { formVersions, ...rest } = await shown(id, viewer);
  expect([formVersions.length, rest]).toMatchObject([
    1,
    { state: 'MORE_INFO_REQUESTED', requested: { cents: 1_500_000 }, pendingRequest: ASK },
  ]);
});

test('an application is declared ineligible with a reason that its structure reads; without, nothing changes', async () => {
  const { id, version, viewer } = await filed();
  const refused = await step('declareIneligible', AGENT, { id, expectedVersion: version, reason: ' a ' });
  expect(refused.problems).toEqual([
    {
      code: 'REASON_LENGTH',
      message: 'Le motif a de 3 à 2 000 caractères, espaces du bord non compris.',
      path: ['reason'],
    },
  ]);
  const reason = 'Le projet n’entre dans aucune thématique.';
  const declared = await step('declareIneligible', AGENT, { id, expectedVersion: version, reason });
  expect(declared.application?.state).toBe('INELIGIBLE');
  expect(((await shown(id, viewer))['history'] as unknown[]).at(-1)).toEqual({
    ...{ from: 'SUBMITTED', to: 'INELIGIBLE', actorRole: 'agent', reason },
  });
  const journal: { whole: string }[] = await graph.db.query(
    `SELECT string_agg(details::text, ' ') AS whole FROM journal WHERE target = $1`,
    [id],
  );
  expect(journal[0]?.whole.includes('thématique')).toBe(false);
});

test('what is wrong in a request is told all at once, with its path', async () => {
  const { id, version } = await filed();
  const points = ['x', 'Un point clair.'];
  const input = { id, expectedVersion: version, reason: '', points, dueOn: '2025-11-19' };
  const { problems } = await step('requestInformation', AGENT, input);
  const none = await step('requestInformation', AGENT, {
    ...input,
    reason: 'Assez long.',
    points: [],
    dueOn: null,
  });
  expect(
    [problems, none.problems].map((told) => told?.map(({ code, path }) => [code, path?.join('.')])),
  ).toEqual([
    [
      ['REASON_LENGTH', 'reason'],
      ['DUE_IN_THE_PAST', 'dueOn'],
      ['POINT_MALFORMED', 'points.0'],
    ],
    [['POINTS_COUNT', 'points']],
  ]);
});

test('a structure withdraws what it filed, an answer that waited too; then nothing more is done', async () => {
  const { id, version, viewer } = await filed();
  await step('requestInformation', AGENT, { id, expectedVersion: version, ...ASK });
  const withdrawn = await step('withdrawApplication', viewer, { id, expectedVersion: version + 1 });
  expect(withdrawn.application?.state).toBe('WITHDRAWN');
  expect((await shown(id, viewer))['pendingRequest']).toBe(null);
  const later = [
    await step('withdrawApplication', viewer, { id, expectedVersion: version + 2 }),
    await step('startReview', AGENT, { id, expectedVersion: version + 2 }),
    await step('answerInformation', viewer, { id, expectedVersion: version + 2 }),
  ];
  expect(later.map(({ code }) => code)).toEqual(later.map(() => 'TRANSITION_NOT_DECLARED'));
});

test('two agents at once: one takes the step, the other is told the version that there is now', async () => {
  const { id, version } = await filed();
  const both = await Promise.all([
    step('startReview', AGENT, { id, expectedVersion: version }),
    step('requestInformation', AGENT, { id, expectedVersion: version, ...ASK }),
  ]);
  expect(both.map(({ __typename, currentVersion }) => [__typename, currentVersion]).sort()).toEqual([
    ['ConflictError', version + 1],
    ['InstructApplicationSuccess', undefined],
  ]);
  const steps: unknown[] = await graph.db.query(
    'SELECT action FROM application_transition WHERE application_id = $1 ORDER BY id',
    [id],
  );
  expect(steps.length).toBe(2);
});

test('who may not take a step is refused, and it is not taken', async () => {
  const { id, version, viewer } = await filed();
  const agents = { startReview: {}, declareIneligible: { reason: 'Un motif.' }, requestInformation: ASK };
  const applicants = { withdrawApplication: {}, answerInformation: {} };
  const refusals = [];
  for (const [name, input] of Object.entries({ ...agents, ...applicants })) {
    const allowed = name in agents ? 'agent' : 'applicant';
    for (const other of ONE_OF_EACH.filter(({ roles }) => !roles.includes(allowed))) {
      refusals.push((await step(name, other, { id, expectedVersion: version, ...input })).__typename);
    }
    if (allowed === 'applicant') {
      for (const other of [OTHER_APPLICANT, { ...APPLICANT, roles: ['applicant', 'agent'] }]) {
        refusals.push((await step(name, other, { id, expectedVersion: version, ...input })).__typename);
      }
    }
  }
  expect([refusals.length, [...new Set(refusals)].sort()]).toEqual([
    44,
    ['NotFoundError', 'PermissionError'],
  ]);
  const admin = await step('startReview', ADMIN, { id, expectedVersion: version });
  expect([admin.__typename, (await shown(id, viewer))['state']]).toEqual(['PermissionError', 'SUBMITTED']);
});
