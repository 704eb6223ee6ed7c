import { createHash } from 'node:crypto';
import { verifyAnchoredJournal } from '@graphess/subgraph-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessTokenOf } from '../testing/access-token-of.ts';
import { asSuperuser } from '../testing/canary.ts';
import { type TestPlatform, testPlatform } from '../testing/test-platform.ts';
import { aFifthEdition, aProject } from './call-for-projects.fixture.ts';

/**
 * An edition, from its publication to the reports of its laureates, over HTTP with real tokens: three structures apply, a
 * juror turns out to be bound to one of them, money is granted out of an envelope, and all of it can be checked.
 */
let graph: TestPlatform;
/** The same platform half a year later. */
let later: TestPlatform;
beforeAll(async () => {
  graph = await testPlatform({ mode: 'one process', env: { CLOCK: '2026-03-10', MAX_COST: '5000' } });
});
afterAll(async () => {
  await later?.stop();
  await graph.stop();
});

type Row = Record<string, unknown>;
const headers = new Map<string, Record<string, string>>();

async function headersOf(who: string | null, on: TestPlatform): Promise<Record<string, string>> {
  if (who === null) return {};
  const key = `${on.url} ${who}`;
  const known = headers.get(key) ?? { authorization: `Bearer ${await accessTokenOf(on.url, who)}` };
  headers.set(key, known);
  return known;
}

async function ask(who: string | null, query: string, variables: Row = {}, on = graph): Promise<Row> {
  const { data, errors } = await on.query(query, variables, await headersOf(who, on));
  expect(errors).toEqual([]);
  return data ?? {};
}

const REFUSAL = `__typename ... on UserError { code message path } ... on ValidationError { problems { code path message } }`;
/** Inputs that several mutations take; the others are named as theirs. */
const SHARED_INPUTS: Readonly<Record<string, string>> = {
  shortlistApplication: 'DecisionStepInput',
  recordAudition: 'DecisionStepInput',
  rejectApplication: 'ReasonedDecisionInput',
  reopenDecision: 'ReasonedDecisionInput',
};
let keys = 0;

/** A mutation of somebody, and what came of it. */
async function act(who: string | null, name: string, input: Row, shown = '', on = graph): Promise<Row> {
  keys += 1;
  const type = SHARED_INPUTS[name] ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const data = await ask(
    who,
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${REFUSAL} ${shown} } }`,
    { input: { idempotencyKey: `story-${keys}`, ...input } },
    on,
  );
  return data[name] as Row;
}

const APPLICATION = 'application { id version state number }';
const of = (success: string) => `... on ${success} { ${APPLICATION} }`;

async function versionOf(id: string, on = graph): Promise<number> {
  const { application } = await ask('agent', `{ application(id: "${id}") { version } }`, {}, on);
  return (application as { version: number }).version;
}

/** A step of an agent on an application, at the version that it has. */
async function step(name: string, id: string, more: Row = {}, who = 'agent', on = graph): Promise<Row> {
  const success =
    name === 'startReview' || name === 'requestInformation'
      ? 'InstructApplicationSuccess'
      : 'DecisionSuccess';
  return act(who, name, { id, expectedVersion: await versionOf(id, on), ...more }, of(success), on);
}

async function attach(who: string, applicationId: string, kind: string): Promise<void> {
  const file = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
  const { uploadUrl } = await act(
    who,
    'addAttachment',
    {
      ...{ applicationId, kind, fileName: 'piece.pdf', bytes: file.length },
      sha256: createHash('sha256').update(file).digest('hex'),
    },
    '... on AddAttachmentSuccess { uploadUrl }',
  );
  const sent = await fetch(String(uploadUrl), {
    method: 'PUT',
    body: file,
    headers: await headersOf(who, graph),
  });
  expect(sent.status).toBe(201);
}

/** An application from its draft to its receipt. */
async function apply(who: string, changed: Row = {}): Promise<string> {
  const started = await act(who, 'startApplication', { edition: 5 }, of('StartApplicationSuccess'));
  const { id } = started['application'] as { id: string };
  await act(who, 'saveDraft', { id, expectedVersion: 1, form: aProject(changed) });
  for (const kind of ['STATUTES', 'BANK_DETAILS']) await attach(who, id, kind);
  const { myApplications } = await ask(who, '{ myApplications { id version } }');
  const own = (myApplications as { id: string; version: number }[]).find((each) => each.id === id);
  const input = { draftId: id, expectedVersion: own?.version, idempotencyKey: `filed-${id}` };
  const filed = await ask(who, SUBMIT, { input });
  expect(filed['submitApplication']).toMatchObject({
    __typename: 'SubmitApplicationSuccess',
    application: { id, state: 'SUBMITTED', history: [{ to: 'SUBMITTED' }] },
  });
  // A flaky network: the same request again.
  expect(await ask(who, SUBMIT, { input })).toEqual(filed);
  return id;
}

/** Written as a page of the portal writes them. */
const SUBMIT = `mutation SubmitApplication($input: SubmitApplicationInput!) {
  submitApplication(input: $input) {
    __typename
    ... on SubmitApplicationSuccess { receiptUrl application { id number state history { to at hash } } }
    ... on CallClosedError { message closedAt }
    ... on ConflictError { message currentVersion }
    ... on UserError { code message path }
  }
}`;
const CURRENT = `{ currentCall {
  id edition title phase launchYear themes { code label }
  milestones { code label date earliest latest precision } eligibilityRules { code label description }
  envelope { total { cents } maxPerProject { cents } } documents { title url sha256 } supportPartners { name website }
} }`;
const ELIGIBILITY = `query ($input: EligibilityInput!) { checkEligibility(input: $input) {
  verdict rulesVersion reasons { passed explanation rule { code label } } } }`;
const DIRECTORY = `query ($filter: LaureateFilter) { laureates(filter: $filter, first: 12, orderBy: NAME_ASC) {
  totalCount totalAwarded { cents currency } facets { editions { key label count } }
  nodes { id title organization { name } actionTerritories { code } call { edition awardYear } } pageInfo { hasNextPage endCursor } } }`;

const applications: Record<'bike' | 'home' | 'lost', string> = { bike: '', home: '', lost: '' };
const subjects: Record<string, string> = {};

test('an agent publishes the fifth edition, which is the current one at once', async () => {
  const published = await act(
    'agent',
    'publishCall',
    aFifthEdition(),
    '... on PublishCallSuccess { call { id } }',
  );
  expect(published).toEqual({ __typename: 'PublishCallSuccess', call: { id: 'CALL:5' } });
  expect((await ask(null, CURRENT))['currentCall']).toMatchObject({
    edition: 5,
    phase: 'OPEN',
    envelope: { total: { cents: 2_000_000 }, maxPerProject: { cents: 1_500_000 } },
    supportPartners: [{ name: 'France Active Métropole' }],
  });
});

test('two structures wonder whether they may apply', async () => {
  const input = {
    ...{ edition: 5, legalForm: '9220', actionTerritories: ['COM:92026'], requestedCents: 900_000 },
    themeCodes: ['MOBILITE'],
  };
  expect((await ask(null, ELIGIBILITY, { input }))['checkEligibility']).toMatchObject({
    verdict: 'ELIGIBLE',
    rulesVersion: '1',
  });
  const refused = await ask(null, ELIGIBILITY, {
    input: { ...input, legalForm: '5710', requestedCents: 1_500_001 },
  });
  expect(refused['checkEligibility']).toMatchObject({ verdict: 'INELIGIBLE' });
});

test('three applications: one is corrected at the agent’s asking, one is withdrawn', async () => {
  applications.bike = await apply('applicant');
  applications.home = await apply('applicant-2', {
    structure: { name: 'Maison Proxité' },
    requestedCents: 1_200_000,
  });
  applications.lost = await apply('applicant-2', { project: { title: 'Un projet que l’on retire' } });
  const asked = await step('requestInformation', applications.home, {
    reason: 'Le budget appelle une précision.',
    points: ['Préciser les bénéficiaires.'],
  });
  expect(asked).toMatchObject({ application: { state: 'MORE_INFO_REQUESTED' } });
  const own = await ask(
    'applicant-2',
    `{ application(id: "${applications.home}") { version pendingRequest { reason points } } }`,
  );
  expect(own['application']).toMatchObject({ pendingRequest: { points: ['Préciser les bénéficiaires.'] } });
  const { version } = own['application'] as { version: number };
  const answered = await act(
    'applicant-2',
    'answerInformation',
    {
      ...{ id: applications.home, expectedVersion: version, message: 'C’est fait.' },
      form: {
        project: {
          ...aProject({ requestedCents: 1_200_000 }).project,
          beneficiaries: 'Deux cents habitants.',
        },
      },
    },
    of('InstructApplicationSuccess'),
  );
  expect(answered).toMatchObject({ application: { state: 'UNDER_REVIEW' } });
  const withdrawn = await act(
    'applicant-2',
    'withdrawApplication',
    { id: applications.lost, expectedVersion: await versionOf(applications.lost) },
    of('InstructApplicationSuccess'),
  );
  expect(withdrawn).toMatchObject({ application: { state: 'WITHDRAWN' } });
  expect(await step('startReview', applications.bike)).toMatchObject({
    application: { state: 'UNDER_REVIEW' },
  });
  // Neither structure sees anything of the other.
  const { application } = await ask('applicant', `{ application(id: "${applications.home}") { id title } }`);
  expect(application).toBe(null);
});

test('jurors are given applications; who supports the laureates of the edition is found to be bound, with the way', async () => {
  for (const juror of ['juror', 'juror-cress', 'juror-france-active']) {
    const { me } = await ask(juror, '{ me { subject organization { id } } }');
    const { subject, organization } = me as { subject: string; organization: { id: string } | null };
    subjects[juror] = subject;
    const added = await act('agent', 'addJuror', {
      edition: 5,
      subject,
      organization: organization?.id ?? null,
    });
    expect(added['__typename']).toBe('AddJurorSuccess');
  }
  const CANDIDATES = 'candidates { kind severity path { from relation to } }';
  const assign = (juror: string, applicationId: string) =>
    act(
      'agent',
      'assignReviewer',
      { applicationId, reviewer: subjects[juror] },
      `... on AssignReviewerSuccess { assignment { id version ${CANDIDATES} } } ... on ConflictOfInterestError { ${CANDIDATES} }`,
    );
  for (const application of [applications.bike, applications.home]) {
    for (const juror of ['juror', 'juror-cress']) {
      const { assignment } = await assign(juror, application);
      expect((assignment as { candidates: unknown[] }).candidates).toEqual([]);
    }
  }
  const bound = await assign('juror-france-active', applications.bike);
  const { candidates } = (bound['assignment'] ?? bound) as { candidates: Row[] };
  expect(candidates[0]).toMatchObject({ kind: 'SUPPORT_PARTNER' });
  expect(JSON.stringify(candidates[0]?.['path'])).toContain('ORG:france-active-metropole');
  const { id, version } = bound['assignment'] as { id: string; version: number };
  // Nothing of the application is read before the declaration, nor after it.
  const TITLE = `{ application(id: "${applications.bike}") { title form { project { title } } } }`;
  expect((await ask('juror-france-active', TITLE))['application']).toBe(null);
  const recused = await act(
    'juror-france-active',
    'declareConflict',
    {
      ...{ assignmentId: id, expectedVersion: version, nothing: false },
      conflict: 'SUPPORT_PARTNER',
      reason: 'Nous accompagnons les lauréats.',
    },
    '... on DeclareConflictSuccess { assignment { recusalKind } }',
  );
  expect(recused).toMatchObject({ assignment: { recusalKind: 'SUPPORT_PARTNER' } });
  expect((await ask('juror-france-active', TITLE))['application']).toBe(null);
});

test('each juror declares, reads, then scores; the ranking leads to a proposal within the envelope', async () => {
  const SCORES: Record<string, Record<string, [number, number]>> = {
    juror: { [applications.bike]: [5, 4], [applications.home]: [4, 3] },
    'juror-cress': { [applications.bike]: [3, 2], [applications.home]: [2, 1] },
  };
  for (const [juror, scores] of Object.entries(SCORES)) {
    const { myReviews } = await ask(juror, '{ myReviews { id version applicantName application { id } } }');
    for (const { id, version, application } of myReviews as {
      id: string;
      version: number;
      application: null;
    }[]) {
      expect(application).toBe(null);
      const declared = await act(
        juror,
        'declareConflict',
        { assignmentId: id, expectedVersion: version, nothing: true },
        '... on DeclareConflictSuccess { assignment { application { id title form { project { objectives } } } } }',
      );
      const { assignment } = declared as { assignment: { application: { id: string; title: string } } };
      expect(assignment.application.title).toMatch(/./);
      const [impact = 0, feasibility = 0] = scores[assignment.application.id] ?? [];
      const given = await act(juror, 'submitReview', {
        assignmentId: id,
        scores: [
          { criterion: 'IMPACT', score: impact },
          { criterion: 'FEASIBILITY', score: feasibility },
        ],
        comment: 'Un avis.',
      });
      expect(given['__typename']).toBe('SubmitReviewSuccess');
    }
  }
  const { call } = await ask(
    'agent',
    `{ call(edition: 5) {
      ranking { rank application { id scorecard { reviewsDone reviewsExpected recusals } } }
      selectionProposal { spent { cents } funded { application { id } amount { cents } } }
    } }`,
  );
  expect(call).toMatchObject({
    ranking: [
      { rank: 1, application: { id: applications.bike, scorecard: { reviewsDone: 2, recusals: 1 } } },
      { rank: 2, application: { id: applications.home, scorecard: { reviewsDone: 2, recusals: 0 } } },
    ],
  });
});

test('both are heard, at hours that the agenda shows without a name', async () => {
  for (const id of [applications.bike, applications.home]) {
    expect(await step('shortlistApplication', id)).toMatchObject({ application: { state: 'SHORTLISTED' } });
  }
  const planned = await act(
    'agent',
    'planAuditions',
    { ...{ edition: 5, day: '2026-05-05', from: '14:00', slotMinutes: 20, count: 2, place: 'Nanterre' } },
    '... on PlanAuditionsSuccess { slots { id startsAt } }',
  );
  const slots = planned['slots'] as { id: string }[];
  for (const [at, applicationId] of [applications.bike, applications.home].entries()) {
    const given = await act('agent', 'assignAuditionSlot', { slotId: slots[at]?.id, applicationId });
    expect(given['__typename']).toBe('AssignAuditionSlotSuccess');
  }
  const { application } = await ask(
    'applicant',
    `{ application(id: "${applications.bike}") { audition { startsAt } } }`,
  );
  expect(application).toEqual({ audition: { startsAt: '2026-05-05T12:00:00.000Z' } });
  await graph.open.get('events')?.catchUp();
  const { events } = await ask(
    null,
    '{ events(filter: { types: [AUDITION] }) { nodes { title startsOn } } }',
  );
  expect(events).toMatchObject({ nodes: [{ startsOn: '2026-05-05' }] });
  expect(JSON.stringify(events)).not.toContain('BicyclAide');
  for (const id of [applications.bike, applications.home]) {
    expect(await step('recordAudition', id)).toMatchObject({ application: { state: 'AUDITIONED' } });
  }
  // Whoever applied is shown no step of the jury.
  const shown = await ask('applicant', `{ application(id: "${applications.bike}") { state stateLabel } }`);
  expect(shown['application']).toEqual({ state: 'SHORTLISTED', stateLabel: 'Présélectionnée' });
});

test('money is granted out of the envelope, and only a second agent goes back on a decision', async () => {
  const award = (id: string, cents: number) => step('awardApplication', id, { cents, terms: 'INSTALMENTS' });
  expect(await award(applications.bike, 900_000)).toMatchObject({ application: { state: 'AWARDED' } });
  const over = await award(applications.home, 1_200_000);
  expect(over).toMatchObject({ __typename: 'EnvelopeExceededError' });
  const refused = await step('rejectApplication', applications.home, {
    reason: 'L’enveloppe ne suffit pas.',
  });
  expect(refused).toMatchObject({ application: { state: 'REJECTED' } });
  const reason = 'Un désistement libère des crédits.';
  expect(await step('reopenDecision', applications.home, { reason })).toMatchObject({
    __typename: 'PermissionError',
  });
  expect(await step('reopenDecision', applications.home, { reason }, 'agent-2')).toMatchObject({
    application: { state: 'AUDITIONED' },
  });
  expect(await award(applications.home, 1_100_000)).toMatchObject({ application: { state: 'AWARDED' } });
  const { call } = await ask(
    null,
    '{ call(edition: 5) { envelope { committed { cents } remaining { cents } } } }',
  );
  expect(call).toEqual({ envelope: { committed: { cents: 2_000_000 }, remaining: { cents: 0 } } });
  const { laureates } = await ask(null, DIRECTORY, { filter: { editions: [5] } });
  expect(laureates).toMatchObject({ totalCount: 2, totalAwarded: { cents: 2_000_000 } });
});

test('letters are issued, downloaded, and verified to the byte', async () => {
  const issued = await act(
    'agent',
    'issueLetter',
    { applicationId: applications.bike },
    '... on IssueLetterSuccess { letter { url kind } }',
  );
  const { url } = issued['letter'] as { url: string };
  const fetched = async (who: string) => fetch(url, { headers: await headersOf(who, graph) });
  const letter = Buffer.from(await (await fetched('applicant')).arrayBuffer());
  expect(letter.subarray(0, 5).toString()).toBe('%PDF-');
  expect((await fetched('applicant-2')).status).toBe(404);
  const verify = async (bytes: Buffer) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return (await ask(null, `{ verifyLetter(sha256: "${sha256}") { verified kind } }`))['verifyLetter'];
  };
  expect(await verify(letter)).toEqual({ verified: true, kind: 'AWARD' });
  const forged = Buffer.from(letter);
  forged[forged.length - 10] = (forged[forged.length - 10] ?? 0) ^ 1;
  expect(await verify(forged)).toEqual({ verified: false, kind: null });
});

test('an agreement, a payment, and half a year later a report that is late, then received', async () => {
  const signed = await act('agent', 'signAgreement', {
    ...{
      applicationId: applications.bike,
      signedOn: '2026-03-10',
      startsOn: '2026-04-01',
      endsOn: '2026-12-31',
    },
    instalments: [
      { cents: 600_000, dueOn: '2026-04-15' },
      { cents: 300_000, dueOn: '2026-12-31', afterReport: 'INTERIM' },
    ],
  });
  expect(signed['__typename']).toBe('SignAgreementSuccess');
  later = await testPlatform({
    mode: 'one process',
    beside: graph,
    env: { CLOCK: '2026-10-15', MAX_COST: '5000' },
  });
  const pay = (number: number) =>
    act(
      'agent',
      'recordPayment',
      {
        ...{ applicationId: applications.bike, number, paidOn: '2026-10-14' },
        reference: `MANDAT-${number}`,
      },
      '',
      later,
    );
  expect((await pay(1))['__typename']).toBe('RecordPaymentSuccess');
  expect((await pay(2))['__typename']).not.toBe('RecordPaymentSuccess');
  const late = async () => {
    const { lateReports } = await ask(
      'agent',
      '{ lateReports { nodes { code dueOn application { id } } } }',
      {},
      later,
    );
    return (lateReports as { nodes: { application: { id: string } }[] }).nodes.filter(
      ({ application }) => application.id === applications.bike,
    );
  };
  expect(await late()).toMatchObject([{ code: 'INTERIM', dueOn: '2026-09-10' }]);
  const due = await ask(
    'applicant',
    `{ application(id: "${applications.bike}") { reportsDue { code version status } } }`,
    {},
    later,
  );
  const { reportsDue } = due['application'] as {
    reportsDue: { code: string; version: number; status: string }[];
  };
  expect(reportsDue.map(({ code, status }) => [code, status])).toEqual([
    ['INTERIM', 'LATE'],
    ['FINAL', 'DUE'],
  ]);
  const sent = await act(
    'applicant',
    'submitReport',
    {
      ...{ applicationId: applications.bike, code: 'INTERIM', expectedVersion: reportsDue[0]?.version ?? 0 },
      summary: 'Quarante personnes ont appris à rouler.',
      outcomes: [
        { code: 'RIDERS', label: 'Personnes formées', planned: 60, achieved: 40, unit: 'personnes' },
      ],
    },
    '... on SubmitReportSuccess { application { reportsDue { code version status } } }',
    later,
  );
  const [interim] = (sent['application'] as { reportsDue: { version: number; status: string }[] }).reportsDue;
  expect(interim?.status).toBe('RECEIVED');
  const accepted = await act(
    'agent',
    'acceptReport',
    { ...{ applicationId: applications.bike, code: 'INTERIM' }, expectedVersion: interim?.version },
    '',
    later,
  );
  expect(accepted['__typename']).toBe('AcceptReportSuccess');
  expect([await late(), (await pay(2))['__typename']]).toEqual([[], 'RecordPaymentSuccess']);
  const { call } = await ask(
    'agent',
    '{ call(edition: 5) { envelope { paid { cents } } moneyTrail { paid { cents } } } }',
    {},
    later,
  );
  expect(call).toMatchObject({
    envelope: { paid: { cents: 900_000 } },
    moneyTrail: { paid: { cents: 900_000 } },
  });
});

test('the edition is open data: its file is valid, hashed, and holds what the directory shows', async () => {
  const { scdlFile } = await ask(
    null,
    '{ scdlFile(edition: 5) { url schemaVersion rowCount sha256 validationErrors } }',
    {},
    later,
  );
  const { url, sha256, ...file } = scdlFile as { url: string; sha256: string };
  expect(file).toEqual({ schemaVersion: '2.1.1', rowCount: 2, validationErrors: 0 });
  const bytes = Buffer.from(await (await fetch(new URL(new URL(url).pathname, later.url))).arrayBuffer());
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  const lines = bytes.toString('utf8').trim().split('\r\n');
  expect(lines[0]?.split(',').length).toBe(16);
  expect(
    lines
      .slice(1)
      .map((line) => line.split(',').find((cell) => /^\d+(\.\d+)?$/.test(cell) && cell.length < 9)),
  ).toEqual(expect.arrayContaining(['9000.00', '11000.00']));
});

test('whoever looked at what is private is in the journal, which shows what is done to it', async () => {
  const grants = graph.open.get('grants') ?? expect.fail('grants is not open');
  const rows: { role: string; reads: number }[] = await grants.db.query(
    `SELECT actor AS role, count(*)::int AS reads FROM journal WHERE action = 'APPLICATION_READ' GROUP BY actor`,
  );
  const readers = new Set(rows.map(({ role }) => role));
  const { me } = await ask('applicant', '{ me { subject } }');
  expect([readers.has(subjects['juror'] ?? ''), readers.has(subjects['juror-france-active'] ?? '')]).toEqual([
    true,
    false,
  ]);
  expect(readers.has((me as { subject: string }).subject)).toBe(false);
  const verdict = await verifyAnchoredJournal(grants.db, 'grants', []);
  expect(verdict.broken).toBe(null);
  await asSuperuser(graph.databaseUrl, (client) =>
    client.query(`UPDATE grants.journal SET details = details || '{"cents": 1}' WHERE seq = 5`),
  );
  expect((await verifyAnchoredJournal(grants.db, 'grants', [])).broken).toMatchObject({ seq: 5 });
});
