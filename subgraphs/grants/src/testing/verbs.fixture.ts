import type { Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { COMPLETE_FORM } from '../application-form/application-form.fixture.ts';
import { scored } from '../review/jury.fixture.ts';
import { anEdition } from './an-edition.fixture.ts';
import { ADMIN, AGENT, APPLICANT, JUROR, jurorOf, SECOND_AGENT } from './viewers.fixture.ts';

export const JURORS = [JUROR, jurorOf('ORG:kpmg')];
const REASON = 'Une décision prise pendant que d’autres en prennent.';
const TODAY = '2025-12-15';

/** Something that somebody does: the mutation, who sends it, and its input but for the key. */
export type Verb = { name: string; viewer: Viewer; input: Record<string, unknown>; type?: string };

/** What verbs are about: an application as it is, who judges it, a slot, and other applications. */
export type Scene = {
  id: string;
  version: number;
  others: { id: string; version: number }[];
  assignments: { id: string; reviewer: string; version: number; review: number | null }[];
  reports: number;
  slot: string | null;
  call: number;
  turn: number;
  /** Persons who ask for what they left to be erased. */
  erased: readonly string[];
};

const one = <Item>(items: readonly Item[], turn: number): Item | undefined => items[turn % items.length];

/** Every verb that writes of an application, of its edition, or of who does either, in their usual order. */
export function verbsOn(scene: Scene): Verb[] {
  const { id, version: expectedVersion, others, turn } = scene;
  const agent = turn % 2 === 0 ? AGENT : SECOND_AGENT;
  const at = { id, expectedVersion };
  const of = { applicationId: id };
  const days = { startsOn: TODAY, endsOn: '2026-12-31' };
  const instalments = [{ cents: 1_000, dueOn: TODAY }];
  const assignment = one(scene.assignments, turn);
  const judge = { ...JUROR, subject: assignment?.reviewer ?? JUROR.subject };
  const given = { assignmentId: assignment?.id ?? '', expectedVersion: assignment?.version ?? 1 };
  const step = (name: string): Verb => ({ name, viewer: agent, input: at, type: 'DecisionStepInput' });
  const reasoned = (name: string): Verb => ({
    ...{ name, viewer: agent, input: { ...at, reason: REASON }, type: 'ReasonedDecisionInput' },
  });
  const awards = [{ ...at, cents: 1_000, terms: 'SINGLE' }];
  return [
    { name: 'startApplication', viewer: APPLICANT, input: { edition: 4 } },
    { name: 'saveDraft', viewer: APPLICANT, input: { ...at, form: COMPLETE_FORM } },
    { name: 'submitApplication', viewer: APPLICANT, input: { draftId: id, expectedVersion } },
    { name: 'startReview', viewer: agent, input: at },
    { name: 'requestInformation', viewer: agent, input: { ...at, reason: REASON, points: ['Budget'] } },
    { name: 'answerInformation', viewer: APPLICANT, input: at },
    { name: 'assignReviewer', viewer: agent, input: { ...of, reviewer: one(JURORS, turn)?.subject } },
    { name: 'declareConflict', viewer: judge, input: { ...given, nothing: true } },
    {
      name: 'submitReview',
      viewer: judge,
      input: {
        ...{
          assignmentId: given.assignmentId,
          scores: scored(4, 8, 16),
          comment: 'Bon.',
          draft: turn % 3 > 0,
        },
        expectedVersion: assignment?.review ?? null,
      },
    },
    step('shortlistApplication'),
    {
      name: 'assignAuditionSlot',
      viewer: agent,
      input: { slotId: scene.slot, applicationId: turn % 3 === 0 ? null : id },
    },
    step('recordAudition'),
    step('waitlistApplication'),
    { name: 'awardApplication', viewer: agent, input: { ...at, cents: 1_000, terms: 'SINGLE' } },
    {
      name: 'decideApplications',
      viewer: agent,
      input: {
        ...{ edition: 4, awards },
        rejections: others.map((each) => ({ id: each.id, expectedVersion: each.version, reason: REASON })),
      },
    },
    reasoned('rejectApplication'),
    { name: 'issueLetter', viewer: agent, input: of },
    { name: 'signAgreement', viewer: agent, input: { ...of, signedOn: TODAY, ...days, instalments } },
    { name: 'amendAgreement', viewer: agent, input: { ...of, expectedVersion: 1, ...days, instalments } },
    { name: 'recordPayment', viewer: agent, input: { ...of, number: 1, paidOn: TODAY, reference: 'M1' } },
    { name: 'cancelPayment', viewer: agent, input: { ...of, number: 1, reason: REASON } },
    {
      name: 'submitReport',
      viewer: APPLICANT,
      input: { ...of, code: 'FINAL', expectedVersion: scene.reports, summary: REASON, outcomes: [] },
    },
    {
      name: 'returnReport',
      viewer: agent,
      input: { ...of, code: 'FINAL', expectedVersion: scene.reports, reason: REASON },
    },
    reasoned('reopenDecision'),
    { name: 'recuseReviewer', viewer: agent, input: { ...given, conflict: 'PERSONAL', reason: REASON } },
    { name: 'unassignReviewer', viewer: agent, input: given },
    {
      name: 'amendCall',
      viewer: agent,
      input: { id: 'CALL:4', expectedVersion: scene.call, envelopeCents: 9_000_000 + turn },
    },
    {
      name: 'publishCall',
      viewer: agent,
      input: anEdition({ edition: 5 + turn, idempotencyKey: undefined }),
    },
    {
      name: 'planAuditions',
      viewer: agent,
      input: {
        edition: 4,
        day: '2026-01-20',
        from: '09:00',
        slotMinutes: 5,
        count: 2,
        place: `Salle ${turn}`,
      },
    },
    {
      name: 'erasePersonalData',
      viewer: ADMIN,
      input: { subject: one(scene.erased, turn) },
    },
  ];
}

/** The scene as it is, around one of some applications. */
export async function sceneOf(
  { db }: TestSubgraph,
  ids: readonly string[],
  { at, turn, erased }: { at: number; turn: number; erased: readonly string[] },
): Promise<Scene> {
  const id = one(ids, at) ?? '';
  const [applications, assignments, reports, slots, calls] = [
    await db.query('SELECT id, version FROM application WHERE id = ANY($1) ORDER BY id', [ids]),
    await db.query(
      `SELECT r.id, r.reviewer, r.version, v.version AS review
         FROM review_assignment r LEFT JOIN review v ON v.assignment_id = r.id WHERE r.application_id = $1`,
      [id],
    ),
    await db.query('SELECT version FROM report WHERE application_id = $1', [id]),
    await db.query('SELECT id FROM audition_slot ORDER BY id LIMIT 3'),
    await db.query(`SELECT version FROM call WHERE id = 'CALL:4'`),
  ] as [
    Scene['others'],
    Scene['assignments'],
    { version: number }[],
    { id: string }[],
    { version: number }[],
  ];
  return {
    ...{ id, assignments, turn, erased },
    version: applications.find((each) => each.id === id)?.version ?? 1,
    others: applications.filter((each) => each.id !== id),
    reports: reports[0]?.version ?? 0,
    slot: one(slots, turn)?.id ?? crypto.randomUUID(),
    call: calls[0]?.version ?? 1,
  };
}

/** Sends a verb; the name of what it answers, or of its fault. */
export async function send(graph: TestSubgraph, { name, viewer, input, type }: Verb): Promise<string> {
  const inputType = type ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await graph
    .as(viewer)
    .run(`mutation ($input: ${inputType}!) { ${name}(input: $input) { __typename } }`, {
      input: { ...input, idempotencyKey: crypto.randomUUID() },
    });
  if (errors !== undefined) return `FAULT of ${name}: ${errors.map(({ message }) => message).join()}`;
  const answered = data?.[name] as { __typename: string } | undefined;
  return answered?.__typename ?? `FAULT of ${name}`;
}
