import { appendToJournal, describeError, type Log } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { KeyRefusal } from './key-refused.ts';

/** Writes down that a key was refused; a key of ours is named by its id. Never throws. */
export type RefusedKeyJournal = (refusal: {
  keyId: string | null;
  reason: KeyRefusal | 'IN_QUERY';
  requestId: string;
}) => Promise<void>;

/** A flood of bad keys must not become a queue in front of the journal. */
const MAX_WAITING = 20;

/** A refusal stands even when it cannot be written; those of a flood are counted in the next row that is. */
export function refusedKeyJournal(db: () => EntityManager | null, log: Log): RefusedKeyJournal {
  let waiting = 0;
  let unwritten = 0;
  return async ({ keyId, reason, requestId }) => {
    const manager = db();
    if (manager === null || waiting >= MAX_WAITING) {
      unwritten += 1;
      return;
    }
    const others = unwritten;
    unwritten = 0;
    waiting += 1;
    try {
      await appendToJournal(manager, {
        action: 'API_KEY_REFUSED',
        actorKind: 'visitor',
        actor: null,
        target: keyId,
        requestId,
        details: { reason, ...(others > 0 ? { others } : {}) },
      });
    } catch (error) {
      unwritten += others + 1;
      log.warn({ requestId, ...describeError(error) }, 'a refused key was not journalled');
    } finally {
      waiting -= 1;
    }
  };
}
