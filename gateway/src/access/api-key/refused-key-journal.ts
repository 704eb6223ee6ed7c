import { type Log, networkOf, type OpenSubgraph } from '@graphess/subgraph-kit';
import type { KeyRefusal } from './key-refused.ts';

/** Writes down that a key was refused; a key of ours is named by its id. Never throws. */
export type RefusedKeyJournal = (refusal: {
  keyId: string | null;
  reason: KeyRefusal | 'IN_QUERY';
  requestId: string;
  /** The client's address; the journal keeps its network. */
  ip: string;
}) => Promise<void>;

/** Each key of ours has its own window: the journal names every one that is to be looked at. */
export function refusedKeyJournal(
  access: () => Pick<OpenSubgraph, 'refusals'> | undefined,
  log: Log,
): RefusedKeyJournal {
  return async ({ keyId, reason, requestId, ip }) => {
    const refusals = access()?.refusals;
    if (refusals === undefined) {
      log.warn({ requestId, reason }, 'a refused key was not journalled');
      return;
    }
    const action = 'API_KEY_REFUSED';
    const network = networkOf(ip);
    await refusals.refused(
      { action, actorKind: 'visitor', actor: null, target: keyId, requestId, details: { reason, network } },
      `${action} ${reason} ${network} ${keyId ?? ''}`,
    );
  };
}
