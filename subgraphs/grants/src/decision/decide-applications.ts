import { callId } from '@graphess/identifiers';
import {
  type ConflictError,
  type Context,
  type NotFoundError,
  PermissionError,
  type Problem,
  problem,
  UserError,
  ValidationError,
  writeOnce,
} from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { type LockedApplication, lockApplication } from '../application/lock-application.queries.ts';
import { problemsOfReason } from '../attempt/reason.rules.ts';
import { lockEnvelope } from '../envelope/envelope.queries.ts';
import { excessCents, problemsOfAmount } from '../envelope/envelope.rules.ts';
import { EnvelopeExceededError, envelopeMessage } from '../envelope/envelope-exceeded.type.ts';
import { moveApplication, refusalOfAction } from '../workflow/move-application.ts';
import type { AwardInput, DecideApplicationsInput, RejectionInput } from './decision.input.ts';
import { DecideApplicationsSuccess } from './decision.payload.ts';
import { decidedApplications } from './decision.queries.ts';
import { problemsOfBatch, problemsOfNotes } from './decision.rules.ts';
import { writeAward } from './write-award.ts';

type Decision = { id: string; expectedVersion: number; path: string[] } & (
  | { action: 'AWARD'; award: AwardInput }
  | { action: 'REJECT'; rejection: RejectionInput }
);

/** Takes the decisions of a jury, all or none. Every problem of every decision is told at once. */
export function decideApplications(ctx: Context, input: DecideApplicationsInput) {
  return writeOnce(
    ctx,
    'decideApplications',
    input,
    async (tx) => {
      const problems = problemsOfBatch(input);
      if (problems.length > 0) return ValidationError.of(problems);
      const decisions = decisionsOf(input);
      const held = await holdAll(tx, ctx, decisions);
      const refusal = await refusalOfAll(tx, ctx, input, decisions, held);
      if (refusal !== null) return refusal;
      for (const decision of decisions) {
        const application = held.get(decision.id);
        if (application instanceof UserError || application === undefined) throw new TypeError('Not held');
        const moved = await write(tx, ctx, application, decision);
        if (moved instanceof UserError) return moved;
      }
      return { ids: decisions.map(({ id }) => id) };
    },
    async (tx, { ids }) =>
      Object.assign(new DecideApplicationsSuccess(), { applications: await decidedApplications(tx, ids) }),
  );
}

function decisionsOf({ awards, rejections }: DecideApplicationsInput): Decision[] {
  const placed = (list: string, at: number, { id, expectedVersion }: AwardInput | RejectionInput) => ({
    id,
    expectedVersion,
    path: [list, `${at}`],
  });
  return [
    ...awards.map((award, at) => ({ ...placed('awards', at, award), action: 'AWARD' as const, award })),
    ...rejections.map((rejection, at) => ({
      ...placed('rejections', at, rejection),
      action: 'REJECT' as const,
      rejection,
    })),
  ];
}

/** Holds applications in the order of their ids, so that two batches never wait for each other. */
async function holdAll(tx: EntityManager, ctx: Context, decisions: readonly Decision[]) {
  const held = new Map<string, LockedApplication | NotFoundError | ConflictError>();
  for (const { id, expectedVersion } of decisions.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    held.set(id, await lockApplication(tx, ctx, id, { expectedVersion, path: 'id' }));
  }
  return held;
}

async function refusalOfAll(
  tx: EntityManager,
  ctx: Context,
  { edition, awards }: DecideApplicationsInput,
  decisions: readonly Decision[],
  held: ReadonlyMap<string, LockedApplication | NotFoundError | ConflictError>,
): Promise<ValidationError | PermissionError | EnvelopeExceededError | null> {
  const ofEdition = [...held.values()].some((each) => 'callId' in each && each.callId === callId(edition));
  const envelope = ofEdition ? await lockEnvelope(tx, callId(edition)) : null;
  const problems: Problem[] = [];
  for (const decision of decisions) {
    const application = held.get(decision.id);
    if (application === undefined) throw new TypeError('Not held');
    const found =
      application instanceof UserError ? application : await workflowRefusal(tx, ctx, application, decision);
    if (found instanceof PermissionError) return found;
    const path = [...decision.path, 'id'];
    if (found !== null) problems.push(problem(found.code, found.message, path));
    if ('callId' in application && application.callId !== callId(edition)) {
      problems.push(problem('OTHER_EDITION', 'Cette candidature est d’une autre édition.', path));
    }
    problems.push(...problemsOf(decision, application, envelope?.maxPerProjectCents ?? null));
  }
  const total = awards.reduce((sum, { cents }) => sum + Math.max(0, cents), 0);
  const overruns = envelope !== null && excessCents(envelope, total) > 0;
  if (overruns && problems.length === 0) return EnvelopeExceededError.of(envelope, total, ['awards']);
  if (overruns) problems.push(problem('ENVELOPE_EXCEEDED', envelopeMessage(envelope, total), ['awards']));
  return problems.length > 0 ? ValidationError.of(problems) : null;
}

async function workflowRefusal(
  tx: EntityManager,
  ctx: Context,
  application: LockedApplication,
  { action }: Decision,
): Promise<UserError | null> {
  const judged = await refusalOfAction(tx, ctx, application, action);
  return 'refusal' in judged ? judged.refusal : null;
}

function problemsOf(
  decision: Decision,
  application: LockedApplication | NotFoundError | ConflictError,
  maxPerProjectCents: number | null,
): Problem[] {
  if (decision.action === 'REJECT') {
    return problemsOfReason(decision.rejection.reason).map((each) => ({
      ...each,
      path: [...decision.path, 'reason'],
    }));
  }
  const requestedCents = application instanceof UserError ? null : application.requestedCents;
  return [
    ...problemsOfAmount(decision.award.cents, { maxPerProjectCents, requestedCents }, [
      ...decision.path,
      'cents',
    ]),
    ...problemsOfNotes(decision.award, decision.path),
  ];
}

function write(tx: EntityManager, ctx: Context, application: LockedApplication, decision: Decision) {
  return decision.action === 'AWARD'
    ? writeAward(tx, ctx, application, decision.award)
    : moveApplication(tx, ctx, application, { action: 'REJECT', reason: decision.rejection.reason.trim() });
}
