import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  act,
  aDraft,
  askRoute,
  attach,
  COMPLETE_FORM,
  SAVED,
  STARTED,
  SUBMITTED,
} from '../application-form/application-form.fixture.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import {
  ADMIN,
  AGENT,
  APPLICANT,
  applicantOf,
  JUROR,
  ONE_OF_EACH,
  OTHER_APPLICANT,
} from '../testing/viewers.fixture.ts';

let graph: TestSubgraph;
/** The platform's present, which tests move. */
let now = new Date('2025-11-20T11:00:00Z');

beforeAll(async () => {
  graph = await loadedGrants({ clock: () => now });
});
afterAll(() => graph.stop());

const submit = (draft: { id: string; version: number }, more: object = {}, viewer = APPLICANT) =>
  act(
    graph,
    viewer,
    'submitApplication',
    { draftId: draft.id, expectedVersion: draft.version, ...more },
    SUBMITTED,
  );

/** What is written of an application once it is filed. */
async function written(id: string): Promise<Record<string, unknown> | undefined> {
  const [row]: Record<string, unknown>[] = await graph.db.query(
    `SELECT a.state, a.number, a.version, (SELECT count(*)::int FROM submission s WHERE s.application_id = a.id) AS receipts,
            (SELECT count(*)::int FROM application_form_version v WHERE v.application_id = a.id) AS versions,
            (SELECT count(*)::int FROM application_transition t WHERE t.application_id = a.id) AS steps
       FROM application a WHERE a.id = $1`,
    [id],
  );
  return row;
}

test('a complete draft is filed: it has a number, a receipt, a history and the hash of its form', async () => {
  const draft = await aDraft(graph);
  const filed = await submit(draft);
  expect(filed).toMatchObject({
    __typename: 'SubmitApplicationSuccess',
    application: { state: 'SUBMITTED' },
  });
  const { number } = filed.application ?? {};
  expect(await written(draft.id)).toEqual({
    ...{ state: 'SUBMITTED', number, version: draft.version + 1, receipts: 1, versions: 1, steps: 1 },
  });
  const receiptUrl = String(filed['receiptUrl']);
  const { bytes, headers } = await askRoute(graph, receiptUrl, { viewer: APPLICANT });
  const { data } = await graph
    .as(AGENT)
    .run(
      `query ($id: ID!) { application(id: $id) { receiptUrl filedEligibility { verdict toCheck } formVersions { number sha256 } } }`,
      { id: draft.id },
    );
  const shown = data?.['application'] as { formVersions: { sha256: string }[] };
  expect(shown).toEqual({
    receiptUrl,
    filedEligibility: { verdict: 'ELIGIBLE', toCheck: [] },
    formVersions: [{ number: 1, sha256: shown.formVersions[0]?.sha256 }],
  });
  expect(bytes.toString()).toContain(`Dossier n° ${number} (${draft.id})`);
  expect(bytes.toString()).toContain(`Empreinte SHA-256 du dossier : ${shown.formVersions[0]?.sha256}`);
  expect(headers['content-disposition']).toBe(`attachment; filename="recepisse-4-${number}.txt"`);
  const readers = [APPLICANT, AGENT, ADMIN, JUROR, OTHER_APPLICANT];
  const statuses = [];
  for (const viewer of readers) statuses.push((await askRoute(graph, receiptUrl, { viewer })).status);
  expect(statuses).toEqual([200, 200, 200, 404, 404]);
});

test('an empty draft is told everything that it lacks, at once, in French, and nothing is written', async () => {
  const { application } = await act(graph, APPLICANT, 'startApplication', { edition: 4 }, STARTED);
  const draft = { id: application?.id ?? '', version: 1 };
  const refused = await submit(draft);
  expect(refused).toMatchObject({ __typename: 'ValidationError', message: '27 points sont à corriger.' });
  expect(refused.problems?.slice(0, 2)).toEqual([
    {
      code: 'FIELD_MISSING',
      message: 'Le nom de la structure : à remplir.',
      path: ['form', 'structure', 'name'],
    },
    {
      code: 'FIELD_MISSING',
      message: 'La catégorie juridique de la structure : à remplir.',
      path: ['form', 'structure', 'legalForm'],
    },
  ]);
  expect(refused.problems?.slice(-6).map(({ code, path }) => [code, path?.at(-1)])).toEqual([
    ['IDENTIFIER_MISSING', 'siret'],
    ['ATTESTATION_MISSING', 'declarationsUpToDate'],
    ['ATTESTATION_MISSING', 'republicanCommitment'],
    ['ATTESTATION_MISSING', 'rightToRepresent'],
    ['ATTACHMENT_MISSING', 'STATUTES'],
    ['ATTACHMENT_MISSING', 'BANK_DETAILS'],
  ]);
  expect(await written(draft.id)).toEqual({
    ...{ state: 'DRAFT', number: null, version: 1, receipts: 0, versions: 0, steps: 0 },
  });
});

test('15 000,01 €, an unbalanced budget, an unknown theme, a place elsewhere: all told at once, with code and path', async () => {
  const draft = await aDraft(graph, {
    form: {
      structure: { ...COMPLETE_FORM.structure, siret: '73282932000079', legalForm: '5710' },
      project: {
        ...COMPLETE_FORM.project,
        requestedCents: 1_500_001,
        territories: ['COM:75056', 'COM:99999'],
      },
      projectBudget: {
        lines: [
          { account: '60', cents: 2_000_000 },
          { account: '74', cents: 1_999_999 },
          { account: '58', cents: 1 },
        ],
      },
      themes: ['INEXISTANTE'],
      attestations: { declarationsUpToDate: true, republicanCommitment: false, rightToRepresent: true },
    },
  });
  const { problems } = await submit(draft);
  expect(problems?.map(({ code, path }) => [code, path?.join('.')])).toEqual([
    ['BUDGET_UNBALANCED', 'form.projectBudget'],
    ['ATTESTATION_MISSING', 'form.attestations.republicanCommitment'],
    ['SIRET_MALFORMED', 'form.structure.siret'],
    ['TERRITORY_UNKNOWN', 'form.project.territories.1'],
    ['BUDGET_ACCOUNT_UNKNOWN', 'form.projectBudget.lines.2.account'],
    ['THEME_UNKNOWN', 'form.themes.0'],
    ['LEGAL_FORM_INELIGIBLE', 'form.structure.legalForm'],
    ['AMOUNT_ABOVE_CEILING', 'form.project.requestedCents'],
    ['TERRITORY_OUTSIDE', 'form.project.territories'],
  ]);
  expect(problems?.find(({ code }) => code === 'AMOUNT_ABOVE_CEILING')?.message.replaceAll(/\s/g, ' ')).toBe(
    'Le montant demandé (15 000,01 €) dépasse le plafond de 15 000 € par projet.',
  );
  expect(await written(draft.id)).toMatchObject({ state: 'DRAFT', number: null, receipts: 0, versions: 0 });
});

test('what the rules cannot decide passes, and agents are told', async () => {
  const draft = await aDraft(graph, {
    form: { structure: { ...COMPLETE_FORM.structure, legalForm: '5458' } },
  });
  await submit(draft);
  const QUERY = 'query ($id: ID!) { application(id: $id) { filedEligibility { verdict toCheck } } }';
  const asked = await graph.as(AGENT).run(QUERY, { id: draft.id });
  expect(asked.data?.['application']).toEqual({
    filedEligibility: {
      verdict: 'NEEDS_REVIEW',
      toCheck: [
        'Cette édition est ouverte aux associations : le cas d’une coopérative est à examiner par le Département.',
      ],
    },
  });
  const own = await graph.as(APPLICANT).run(QUERY, { id: draft.id });
  expect(own.errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['FORBIDDEN']);
});

test('31 December 23:59:59 passes, midnight does not, one second later neither', async () => {
  const drafts = [await aDraft(graph), await aDraft(graph), await aDraft(graph)];
  const instants = ['2025-12-31T22:59:59Z', '2025-12-31T23:00:00Z', '2025-12-31T23:00:01Z'];
  const outcomes: unknown[] = [];
  for (const [index, at] of instants.entries()) {
    now = new Date(at);
    const { __typename, code, message, closedAt } = await submit(drafts[index] ?? { id: '', version: 0 });
    outcomes.push([__typename, code, message, closedAt]);
  }
  const started = await act(graph, applicantOf('ORG:assol'), 'startApplication', { edition: 4 });
  now = new Date('2025-11-20T11:00:00Z');
  const closed = [
    ...['CallClosedError', 'CALL_CLOSED'],
    'L’appel à projets est clos depuis le 1 janvier 2026 à 00:00:00, heure de Paris.',
    '2025-12-31T23:00:00.000Z',
  ];
  expect(outcomes).toEqual([['SubmitApplicationSuccess', undefined, undefined, undefined], closed, closed]);
  expect([started.__typename, await written(drafts[1]?.id ?? '')]).toMatchObject([
    'CallClosedError',
    { state: 'DRAFT', number: null, receipts: 0, versions: 0 },
  ]);
});

test('an edition whose dates are not known takes no application, and one that does not exist is not found', async () => {
  const codes = [];
  for (const edition of [1, 99]) {
    codes.push((await act(graph, APPLICANT, 'startApplication', { edition })).code);
  }
  expect(codes).toEqual(['CALL_NOT_OPEN', 'CALL_NOT_FOUND']);
});

test('the database itself takes nothing after the deadline', async () => {
  const { id } = await aDraft(graph, { viewer: applicantOf('ORG:assol'), attached: false });
  const set = (at: string) =>
    graph.db.query('UPDATE application SET submitted_at = $2 WHERE id = $1', [id, at]);
  await expect(set('2026-01-01T00:00:00+01:00')).rejects.toThrow('was filed after the deadline');
  await set('2025-12-31T23:59:59+01:00');
});

test('twenty retries of one submission are one application, one number and one receipt', async () => {
  const draft = await aDraft(graph, { viewer: applicantOf('ORG:solishop') });
  const viewer = applicantOf('ORG:solishop');
  const all = await Promise.all(
    Array.from({ length: 20 }, () => submit(draft, { idempotencyKey: 'one-click' }, viewer)),
  );
  expect(new Set(all.map(({ application, receiptUrl }) => `${application?.number} ${receiptUrl}`)).size).toBe(
    1,
  );
  expect(all.map(({ __typename }) => __typename)).toEqual(all.map(() => 'SubmitApplicationSuccess'));
  expect(await written(draft.id)).toMatchObject({ state: 'SUBMITTED', receipts: 1, versions: 1, steps: 1 });
});

test('two tabs: one files, the other is told the version that there is now', async () => {
  const viewer = applicantOf('ORG:explore');
  const draft = await aDraft(graph, { viewer });
  const both = await Promise.all([submit(draft, {}, viewer), submit(draft, {}, viewer)]);
  expect(both.map(({ __typename, currentVersion }) => [__typename, currentVersion]).sort()).toEqual([
    ['ConflictError', draft.version + 1],
    ['SubmitApplicationSuccess', undefined],
  ]);
  const again = await submit({ id: draft.id, version: draft.version + 1 }, {}, viewer);
  expect([again.code, (await written(draft.id))?.['receipts']]).toEqual(['TRANSITION_NOT_DECLARED', 1]);
});

test('negative control: a version that is compared and not held lets both tabs through', async () => {
  const { id, version } = await aDraft(graph, { viewer: applicantOf('ORG:careless'), attached: false });
  const careless = () =>
    graph.db.transaction(async (tx) => {
      const [row]: { version: number }[] = await tx.query('SELECT version FROM application WHERE id = $1', [
        id,
      ]);
      await tx.query('SELECT pg_sleep(0.1)');
      if (row?.version !== version) return 'CONFLICT';
      await tx.query('UPDATE application SET version = version + 1 WHERE id = $1', [id]);
      return 'WRITTEN';
    });
  expect(await Promise.all([careless(), careless()])).toEqual(['WRITTEN', 'WRITTEN']);
});

test('applications filed at once are numbered one after the other; without the lock of the call they are not', async () => {
  const viewers = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => applicantOf(`ORG:at-once-${name}`));
  const drafts = [];
  for (const viewer of viewers) drafts.push({ ...(await aDraft(graph, { viewer })), viewer });
  const filed = await Promise.all(drafts.map((draft) => submit(draft, {}, draft.viewer)));
  const numbers = filed.map(({ application }) => application?.number ?? 0).sort((a, b) => a - b);
  const first = numbers[0] ?? 0;
  expect(numbers).toEqual(viewers.map((_, index) => first + index));

  const careless = () =>
    graph.db.transaction(async (tx) => {
      const [row]: { next: number }[] = await tx.query(
        `SELECT max(number) + 1 AS next, pg_sleep(0.1) FROM application WHERE call_id = 'CALL:4'`,
      );
      return row?.next;
    });
  const [one, other] = await Promise.all([careless(), careless()]);
  expect(one).toBe(other);
});

test('another structure’s draft does not exist; a role that may not file is refused', async () => {
  const draft = await aDraft(graph, { viewer: applicantOf('ORG:assol'), attached: false });
  expect(await submit(draft, {}, OTHER_APPLICANT)).toMatchObject({
    __typename: 'NotFoundError',
    code: 'APPLICATION_NOT_FOUND',
    path: ['draftId'],
  });
  const save = await act(
    graph,
    OTHER_APPLICANT,
    'saveDraft',
    { id: draft.id, expectedVersion: 2, form: {} },
    SAVED,
  );
  const discard = await act(graph, OTHER_APPLICANT, 'discardDraft', { id: draft.id, expectedVersion: 2 });
  expect([save.code, discard.code]).toEqual(['APPLICATION_NOT_FOUND', 'APPLICATION_NOT_FOUND']);
  const outcomes = [];
  for (const viewer of ONE_OF_EACH) {
    const { __typename } = await submit(draft, {}, viewer);
    outcomes.push([viewer.roles[0] ?? 'visitor', __typename]);
  }
  expect(outcomes).toEqual(
    ONE_OF_EACH.map(({ roles: [role = 'visitor'] }) => [
      role,
      role === 'applicant' ? 'NotFoundError' : 'PermissionError',
    ]),
  );
  expect(await written(draft.id)).toMatchObject({ state: 'DRAFT', version: draft.version });
});

test('an attachment whose file never came is missing', async () => {
  const viewer = applicantOf('ORG:afute');
  const draft = await aDraft(graph, { viewer, attached: false });
  await attach(graph, draft.id, { kind: 'STATUTES', viewer });
  const sha256 = '0'.repeat(64);
  const announced = { applicationId: draft.id, kind: 'BANK_DETAILS', fileName: 'rib.pdf', bytes: 3, sha256 };
  await act(graph, viewer, 'addAttachment', announced);
  expect((await submit(draft, {}, viewer)).problems?.map(({ path }) => path)).toEqual([
    ['attachments', 'BANK_DETAILS'],
  ]);
});
