import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anApplication } from '../testing/an-application.fixture.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { AGENT, APPLICANT, JUROR, jurorOf, ONE_OF_EACH } from '../testing/viewers.fixture.ts';
import { ask, assign, assignCleared, journalOf, seat } from './jury.fixture.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await loadedGrants();
});
afterAll(() => graph.stop());

/** The two documents that tell of the project which the two structures made at the club. */
const PANORAMA_AND_OBSERVATORY = [
  { title: 'Panorama départemental de l’Économie Sociale et Solidaire (ESS)' },
  { title: 'Observatoire départemental de l’ESS' },
];
const JURY = '{ call(edition: 4) { jury { subject organization { id } } } }';

test('agents make up the jury of an edition, each member once', async () => {
  const input = { edition: 4, subject: 'PERSON:eva', organization: 'ORG:kpmg' };
  const call = '... on AddJurorSuccess { call { jury { subject organization { id } } } }';
  const member = { subject: 'PERSON:eva', organization: { id: 'ORG:kpmg' } };
  expect(await ask(graph, AGENT, 'addJuror', input, call)).toEqual({
    __typename: 'AddJurorSuccess',
    call: { jury: [member] },
  });
  expect(await ask(graph, AGENT, 'addJuror', input)).toMatchObject({ code: 'ALREADY_JUROR' });
  expect(await ask(graph, AGENT, 'addJuror', { ...input, edition: 9 })).toMatchObject({
    code: 'CALL_NOT_FOUND',
  });
  expect((await graph.as(AGENT).run(JURY)).data).toEqual({ call: { jury: [member] } });
  expect(await journalOf(graph, 'CALL:4')).toEqual([
    { action: 'JUROR_ADDED', details: { juror: 'PERSON:eva', organization: 'ORG:kpmg' } },
  ]);
});

test('all that is wrong with a juror is told at once', async () => {
  const input = { edition: 4, subject: ' ', organization: 'KPMG' };
  expect(await ask(graph, AGENT, 'addJuror', input)).toMatchObject({
    problems: [
      { code: 'SUBJECT_MALFORMED', path: ['subject'] },
      { code: 'ORGANIZATION_MALFORMED', path: ['organization'] },
    ],
  });
});

test('an application is given once to somebody of the jury, while it is to be judged', async () => {
  const applicationId = await anApplication(graph.db, { state: 'UNDER_REVIEW' });
  const input = { applicationId, reviewer: JUROR.subject };
  expect(await ask(graph, AGENT, 'assignReviewer', input)).toMatchObject({ code: 'NOT_A_JUROR' });
  const id = await assign(graph, JUROR, applicationId);
  expect(await ask(graph, AGENT, 'assignReviewer', input)).toMatchObject({ code: 'ALREADY_ASSIGNED' });
  expect(await ask(graph, AGENT, 'assignReviewer', { ...input, applicationId: 'APP:none' })).toMatchObject({
    code: 'APPLICATION_NOT_FOUND',
  });
  const rejected = await anApplication(graph.db, { state: 'REJECTED' });
  expect(await ask(graph, AGENT, 'assignReviewer', { ...input, applicationId: rejected })).toMatchObject({
    code: 'NOT_UNDER_JUDGEMENT',
  });
  expect(await journalOf(graph, applicationId)).toEqual([
    { action: 'REVIEWER_ASSIGNED', details: { assignment: id, candidates: 0 } },
  ]);
});

test('ten agents who give it at once give it once', async () => {
  const applicationId = await anApplication(graph.db);
  await seat(graph, JUROR);
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, () =>
      ask(graph, AGENT, 'assignReviewer', { applicationId, reviewer: JUROR.subject }),
    ),
  );
  expect(outcomes.map(({ __typename, code }) => code ?? __typename).sort()).toEqual([
    ...Array.from({ length: 9 }, () => 'ALREADY_ASSIGNED'),
    'AssignReviewerSuccess',
  ]);
});

test('the structure that applies does not judge itself: refused, with the path', async () => {
  const applicationId = await anApplication(graph.db, { organizationId: 'ORG:bicyclaide' });
  const own = jurorOf('ORG:bicyclaide');
  await seat(graph, own);
  expect(await ask(graph, AGENT, 'assignReviewer', { applicationId, reviewer: own.subject })).toEqual({
    __typename: 'ConflictOfInterestError',
    code: 'BLOCKING_CONFLICT',
    path: ['reviewer'],
    candidates: [
      {
        kind: 'SAME_ORGANIZATION',
        severity: 'BLOCKING',
        path: [{ from: 'ORG:bicyclaide', relation: 'SAME_AS', to: 'ORG:bicyclaide' }],
      },
    ],
  });
  expect(await journalOf(graph, applicationId)).toEqual([]);
});

test('an application is taken back from whoever submitted nothing', async () => {
  const applicationId = await anApplication(graph.db);
  const assignmentId = await assignCleared(graph, JUROR, applicationId);
  const take = (expectedVersion: number) =>
    ask(
      graph,
      AGENT,
      'unassignReviewer',
      { assignmentId, expectedVersion },
      '... on UnassignReviewerSuccess { application { reviewAssignments { id } } }',
    );
  expect(await take(1)).toMatchObject({ __typename: 'ConflictError' });
  expect(await take(2)).toEqual({
    __typename: 'UnassignReviewerSuccess',
    application: { reviewAssignments: [] },
  });
  expect((await journalOf(graph, applicationId)).map(({ action }) => action)).toEqual([
    'REVIEWER_ASSIGNED',
    'REVIEWER_DECLARED',
    'REVIEWER_UNASSIGNED',
  ]);
});

test('what a juror is given, before the declaration: what it takes to declare, and no project', async () => {
  const juror = jurorOf('ORG:lit-up');
  const applicationId = await anApplication(graph.db, {
    organizationId: 'ORG:maison-proxite',
    applicantName: 'Maison Proxité',
  });
  await assign(graph, juror, applicationId);
  const { data } = await graph.as(juror).run(
    `{ myReviews { applicantName organization { id } call { edition } themes { code } reviewer recusedAt declaredAt
         application { title } review { version } reviewerOrganization { id }
         candidates { kind severity lifted path { from relation to record sources { title } } } } }`,
  );
  const link = (from: string, relation: string, to: string, record: string) => ({
    ...{ from, relation, to, record, sources: PANORAMA_AND_OBSERVATORY },
  });
  const candidate = (kind: string, relation: string, to: string, record: string) => ({
    ...{ kind, severity: 'TO_DECLARE', lifted: false },
    path: [link('ORG:lit-up', relation, to, record), link('ORG:maison-proxite', relation, to, record)],
  });
  expect(data).toEqual({
    myReviews: [
      {
        applicantName: 'Maison Proxité',
        organization: { id: 'ORG:maison-proxite' },
        reviewerOrganization: { id: 'ORG:lit-up' },
        call: { edition: 4 },
        themes: [],
        reviewer: juror.subject,
        recusedAt: null,
        declaredAt: null,
        application: null,
        review: null,
        candidates: [
          candidate('JOINT_PROJECT', 'PARTNER_IN', 'PROJECT:maison-proxite-lit-up', 'JOINT_PROJECTS'),
          candidate('CLUB', 'MEMBER_OF', 'CLUB:LAUREATS', 'CLUB_MEMBERS'),
        ],
      },
    ],
  });
});

test('the list of a juror takes as many statements for ten applications as for one', async () => {
  const juror = jurorOf('ORG:kpmg');
  const read = () =>
    graph.statementsOf(() =>
      graph
        .as(juror)
        .run(
          '{ myReviews { applicantName call { title } themes { code } candidates { kind } application { title } review { version } } }',
        ),
    );
  await assignCleared(graph, juror, await anApplication(graph.db));
  const one = await read();
  for (let count = 0; count < 9; count += 1) await assignCleared(graph, juror, await anApplication(graph.db));
  expect((await read()).length).toBe(one.length);
});

test('nobody but agents makes up juries, and nobody but jurors has reviews to give', async () => {
  const applicationId = await anApplication(graph.db);
  const MUTATIONS = [
    ['addJuror', { edition: 4, subject: 'PERSON:other' }],
    ['assignReviewer', { applicationId, reviewer: 'PERSON:other' }],
    ['unassignReviewer', { assignmentId: 'none', expectedVersion: 1 }],
  ] as const;
  for (const viewer of ONE_OF_EACH) {
    const isAgent = viewer.roles.includes('agent');
    for (const [mutation, input] of MUTATIONS) {
      const { __typename } = await ask(graph, viewer, mutation, input);
      expect([viewer.subject, mutation, __typename === 'PermissionError']).toEqual([
        viewer.subject,
        mutation,
        !isAgent,
      ]);
    }
    const { errors } = await graph.as(viewer).run('{ myReviews { id } }');
    expect([viewer.subject, errors === undefined]).toEqual([viewer.subject, viewer.roles.includes('juror')]);
  }
  const { errors } = await graph
    .as(APPLICANT)
    .run(
      `{ application(id: "${applicationId}") { reviewAssignments { id } } call(edition: 4) { jury { subject } } }`,
    );
  expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['FORBIDDEN', 'FORBIDDEN']);
});
