import { appendToJournal, type Log, type OpenSubgraph } from '@graphess/subgraph-kit';
import type { RefusalWriter } from './identify.ts';

/** A flood of bad tokens must not become a queue in front of the journal. */
const MAX_WAITING = 20;

/** Writes refusals to the journal of the door; those of a flood are counted in the next row that is written. */
export function refusalWriter(access: () => OpenSubgraph | undefined, log: Log): RefusalWriter {
  let waiting = 0;
  let unwritten = 0;
  return async ({ action, reason, requestId }) => {
    const db = access()?.db;
    if (db === undefined || waiting >= MAX_WAITING) {
      unwritten += 1;
      return;
    }
    const others = unwritten;
    unwritten = 0;
    waiting += 1;
    try {
      await appendToJournal(db, {
        action,
        actorKind: 'visitor',
        actor: null,
        target: null,
        requestId,
        details: { reason, ...(others > 0 ? { others } : {}) },
      });
    } catch {
      unwritten += others + 1;
      log.warn({ requestId, reason }, 'refusal not journalled');
    } finally {
      waiting -= 1;
    }
  };
}
