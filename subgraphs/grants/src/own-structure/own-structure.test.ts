import { randomUUID } from 'node:crypto';
import { clockSetTo, type Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAward, reportsOfEdition } from '../agreement/an-award.fixture.ts';
import { ask } from '../review/jury.fixture.ts';
import { anApplication } from '../testing/an-application.fixture.ts';
import { decide } from '../testing/decide.fixture.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { AGENT, APPLICANT, applicantOf, OTHER_APPLICANT } from '../testing/viewers.fixture.ts';

/** The register merged the first into the second: somebody acts under either id. */
const FORMER = applicantOf('ORG:bicyclaide-autrefois');
/** An agent who is also of the association, and a juror who runs it. */
const AGENT_OF_OWN: Viewer = { ...AGENT, subject: 'PERSON:agent-of-own', organization: 'ORG:bicyclaide' };
const BOTH: Viewer = { ...AGENT_OF_OWN, roles: ['agent', 'applicant'] };
const JUROR_OF_OWN: Viewer = { ...APPLICANT, roles: ['applicant', 'juror'] };

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await loadedGrants({ clock: clockSetTo('2026-12-01') });
  await reportsOfEdition(graph.db);
  await graph.db.query(
    `INSERT INTO organization_copy (id, name, aliases, current_id)
     VALUES ('ORG:bicyclaide-autrefois', 'BicyclAide', '{}', 'ORG:bicyclaide')`,
  );
});
afterAll(() => graph.stop());

const readsOf = async (id: string) =>
  (
    await graph.db.query(
      `SELECT DISTINCT actor FROM journal WHERE target = $1 AND action = 'APPLICATION_READ' ORDER BY 1`,
      [id],
    )
  ).map(({ actor }: { actor: string }) => actor);

async function read(id: string, fields: string, viewer: Viewer): Promise<unknown> {
  const { data, errors } = await graph
    .as(viewer)
    .run(`query ($id: ID!) { application(id: $id) { ${fields} } }`, { id });
  return errors?.map(({ extensions }) => extensions?.['code']) ?? data?.['application'];
}

test.each([
  ['filed under the former id', 'ORG:bicyclaide-autrefois', APPLICANT],
  ['read by whoever still acts under the former id', 'ORG:bicyclaide', FORMER],
])('a structure that was merged keeps its rights: %s', async (_what, organizationId, viewer) => {
  const id = await anAward(graph.db, { organizationId });
  const fields = 'requested { cents } version attachments { id } letters { id } payments { number }';
  expect(await read(id, fields, viewer)).toMatchObject({ requested: { cents: 1_000_000 }, attachments: [] });
  const report = { applicationId: id, code: 'FINAL', expectedVersion: 0, outcomes: [] };
  const summary = 'Douze ateliers ont eu lieu au pied des immeubles.';
  expect(await ask(graph, viewer, 'submitReport', { ...report, summary })).toEqual({
    __typename: 'SubmitReportSuccess',
  });
  expect(await readsOf(id)).toEqual([]);
  expect(await read(id, 'version', OTHER_APPLICANT)).toEqual(['FORBIDDEN']);
});

test('the path of a structure shows what is private under either id, to it alone', async () => {
  const id = await anApplication(graph.db, {
    organizationId: 'ORG:bicyclaide-autrefois',
    title: 'Autrefois',
  });
  const labels = async (organization: string, viewer: Viewer) => {
    const { data } = await graph
      .as(viewer)
      .run(
        `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Organization { path { steps { kind label } } } } }`,
        { of: [{ __typename: 'Organization', id: organization }] },
      );
    return JSON.stringify(data).includes('Autrefois');
  };
  const asked = ['ORG:bicyclaide', 'ORG:bicyclaide-autrefois'];
  const seenBy = (viewer: Viewer) => Promise.all(asked.map((each) => labels(each, viewer)));
  expect([await seenBy(APPLICANT), await seenBy(FORMER), await seenBy(OTHER_APPLICANT)]).toEqual([
    [true, true],
    [true, true],
    [false, false],
  ]);
  expect(await readsOf(id)).toEqual([]);
});

test('whoever acts for the structure that applied takes no decision of it, agent or not', async () => {
  const audited = await anApplication(graph.db, { state: 'AUDITIONED' });
  const filed = await anApplication(graph.db, { state: 'SUBMITTED' });
  const awarded = await anAward(graph.db, { organizationId: 'ORG:bicyclaide-autrefois' });
  await graph.db.query(
    `INSERT INTO report (application_id, code, status, summary, submitted_at, submitted_by)
     VALUES ($1, 'FINAL', 'RECEIVED', 'Bilan', '2026-11-01', 'PERSON:applicant')`,
    [awarded],
  );
  const reason = 'Le projet ne répond pas aux thématiques.';
  const at = { expectedVersion: 1 };
  const days = { startsOn: '2026-07-01', endsOn: '2027-06-30' };
  const instalments = [{ cents: 800_000, dueOn: '2026-07-10' }];
  const WRITES: [string, Record<string, unknown>][] = [
    ['startReview', { id: filed, ...at }],
    ['declareIneligible', { id: filed, ...at, reason }],
    ['requestInformation', { id: filed, ...at, reason, points: ['Le budget'] }],
    ['awardApplication', { id: audited, ...at, cents: 100, terms: 'SINGLE' }],
    [
      'decideApplications',
      { edition: 4, awards: [{ id: audited, ...at, cents: 1, terms: 'SINGLE' }], rejections: [] },
    ],
    ['issueLetter', { applicationId: awarded }],
    ['signAgreement', { applicationId: awarded, signedOn: '2026-07-01', ...days, instalments }],
    ['amendAgreement', { applicationId: awarded, ...at, ...days, instalments }],
    ['recordPayment', { applicationId: awarded, number: 1, paidOn: '2026-07-12', reference: 'M1' }],
    ['cancelPayment', { applicationId: awarded, number: 1, reason }],
    ['acceptReport', { applicationId: awarded, code: 'FINAL', ...at }],
    ['returnReport', { applicationId: awarded, code: 'FINAL', ...at, reason }],
    ['assignReviewer', { applicationId: filed, reviewer: 'PERSON:juror' }],
  ];
  for (const viewer of [AGENT_OF_OWN, BOTH]) {
    const answers = [];
    for (const [mutation, input] of WRITES) {
      answers.push([mutation, (await ask(graph, viewer, mutation, input))['code']]);
    }
    expect(answers).toEqual(WRITES.map(([mutation]) => [mutation, 'OWN_STRUCTURE']));
    const refused = { __typename: 'PermissionError', code: 'OWN_STRUCTURE' };
    expect(await decide(graph, 'rejectApplication', { id: audited, reason }, viewer)).toMatchObject(refused);
    expect(await decide(graph, 'waitlistApplication', { id: audited }, viewer)).toMatchObject(refused);
    expect(await decide(graph, 'reopenDecision', { id: awarded, reason }, viewer)).toMatchObject(refused);
  }
  expect(
    await ask(graph, BOTH, 'withdrawApplication', { id: filed, ...at, idempotencyKey: randomUUID() }),
  ).toEqual({
    __typename: 'InstructApplicationSuccess',
  });
});

test('nor does it see what the jury makes of it; what an agent reads of it is in the journal all the same', async () => {
  const id = await anApplication(graph.db, { state: 'AUDITIONED' });
  await graph.db.query(
    `INSERT INTO review_assignment (id, application_id, reviewer, assigned_at, assigned_by, declared_at)
     VALUES (gen_random_uuid(), $1, $2, now(), 'PERSON:agent', now())`,
    [id, JUROR_OF_OWN.subject],
  );
  for (const viewer of [AGENT_OF_OWN, BOTH, JUROR_OF_OWN]) {
    expect(await read(id, 'state stateLabel', viewer)).toEqual({
      state: 'SHORTLISTED',
      stateLabel: 'Présélectionnée',
    });
    for (const field of ['scorecard { spread }', 'reviews { version }', 'reviewAssignments { id }']) {
      expect(await read(id, field, viewer)).toEqual(['FORBIDDEN']);
    }
  }
  expect(await read(id, 'state', AGENT)).toEqual({ state: 'AUDITIONED' });
  expect(await readsOf(id)).toEqual([]);
  expect(await read(id, 'form { structure { name } }', AGENT_OF_OWN)).toEqual({ form: null });
  expect(await readsOf(id)).toEqual(['PERSON:agent-of-own']);
});
