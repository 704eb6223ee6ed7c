import { ConflictError, type Context } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { CallClosedError } from './call-closed-error.type.ts';

type Window = { isOpen: boolean | null; isOver: boolean | null; closesAt: Date | null };

/**
 * Why a call takes no application at `now`, null when it does. The database compares, so that what decides is the instant
 * that it keeps. With `lock`, the numbers of the call are given by this transaction alone until it ends.
 */
export async function refusalOfCall(
  tx: EntityManager,
  { now }: Pick<Context, 'now'>,
  callId: string,
  { lock }: { lock: boolean },
): Promise<CallClosedError | ConflictError | null> {
  const [window]: Window[] = await tx.query(
    `SELECT opens_at <= $2 AND $2 < closes_at AS "isOpen", $2 >= closes_at AS "isOver", closes_at AS "closesAt"
       FROM call WHERE id = $1 ${lock ? 'FOR NO KEY UPDATE' : ''}`,
    [callId, now],
  );
  if (window?.isOpen === true) return null;
  if (window?.isOver === true && window.closesAt !== null) return CallClosedError.at(window.closesAt);
  return Object.assign(ConflictError.of('Cette édition ne reçoit pas de candidatures.'), {
    code: 'CALL_NOT_OPEN',
  });
}
