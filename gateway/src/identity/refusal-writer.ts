import { type Log, networkOf, type OpenSubgraph } from '@graphess/subgraph-kit';
import type { RefusalWriter } from './identify.ts';

/** Writes refusals to the journal of the door, which counts those of a network. */
export function refusalWriter(
  access: () => Pick<OpenSubgraph, 'refusals'> | undefined,
  log: Log,
): RefusalWriter {
  return async ({ action, reason, requestId, ip }) => {
    const refusals = access()?.refusals;
    if (refusals === undefined) {
      log.warn({ requestId, reason }, 'refusal not journalled');
      return;
    }
    const network = networkOf(ip);
    await refusals.refused(
      { action, actorKind: 'visitor', actor: null, target: null, requestId, details: { reason, network } },
      `${action} ${reason} ${network}`,
    );
  };
}
