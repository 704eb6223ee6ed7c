import {
  appendToJournal,
  ConflictError,
  type Context,
  NotFoundError,
  UserError,
  writeOnce,
} from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { lockApplication } from '../application/lock-application.queries.ts';
import { authorOf } from '../attempt/author-of.ts';
import type { AssignAuditionSlotInput } from './audition.input.ts';
import { AssignAuditionSlotSuccess } from './audition.payload.ts';
import { lockSlot, slotsByIds } from './audition.queries.ts';
import type { AuditionSlot } from './audition-slot.type.ts';

/** Gives a slot to an application, or frees it. The application is held first: it has one slot at a time. */
export function assignAuditionSlot(ctx: Context, input: AssignAuditionSlotInput) {
  const applicationId = input.applicationId ?? null;
  return writeOnce(
    ctx,
    'assignAuditionSlot',
    input,
    async (tx) => {
      const refusal = await refusalToAssign(tx, ctx, { ...input, applicationId });
      if (refusal !== null) return refusal;
      await tx.query('UPDATE audition_slot SET application_id = NULL WHERE application_id = $1', [
        applicationId,
      ]);
      await tx.query('UPDATE audition_slot SET application_id = $2 WHERE id = $1', [
        input.slotId,
        applicationId,
      ]);
      await appendToJournal(tx, {
        ...authorOf(ctx),
        action: applicationId === null ? 'AUDITION_FREED' : 'AUDITION_ASSIGNED',
        target: applicationId ?? input.slotId,
        details: { slot: input.slotId },
      });
      return { slotId: input.slotId };
    },
    async (tx, { slotId }) => {
      const [slot] = await slotsByIds(tx, [slotId]);
      return Object.assign(new AssignAuditionSlotSuccess(), { slot });
    },
  );
}

async function refusalToAssign(
  tx: EntityManager,
  ctx: Context,
  { applicationId, slotId }: { applicationId: string | null; slotId: string },
): Promise<NotFoundError | ConflictError | null> {
  const application =
    applicationId === null ? null : await lockApplication(tx, ctx, applicationId, { path: 'applicationId' });
  if (application instanceof UserError) return application;
  const slot = await lockSlot(tx, slotId);
  if (slot === null || (application !== null && application.callId !== slot.callId)) return noSuchSlot();
  if (slot.startsAt <= ctx.now) return refused('SLOT_PAST', 'Ce créneau est passé.');
  if (application === null) return null;
  if (application.state !== 'SHORTLISTED') {
    return refused('NOT_SHORTLISTED', 'Seule une candidature présélectionnée est entendue.');
  }
  return isTakenByAnother(slot, application.id)
    ? refused('SLOT_TAKEN', 'Ce créneau est donné à une autre candidature.')
    : null;
}

function isTakenByAnother({ applicationId }: AuditionSlot, id: string): boolean {
  return applicationId !== null && applicationId !== id;
}

function noSuchSlot(): NotFoundError {
  return Object.assign(new NotFoundError(), {
    code: 'SLOT_NOT_FOUND',
    message: 'Ce créneau n’existe pas dans l’édition de cette candidature.',
    path: ['slotId'],
  });
}

function refused(code: string, message: string): ConflictError {
  return Object.assign(ConflictError.of(message), { code, path: ['slotId'] });
}
