import type { Settings } from '@graphess/platform';
import type { Log } from '@graphess/subgraph-kit';
import type { WithoutGuards } from '../guards.ts';
import type { LineSettings } from './subgraph-line.ts';

/** How this gateway asks a subgraph. No domain may hold more than a quarter of what the gateway may work on at once. */
export function lineSettings(
  domain: string,
  { resilience }: Pick<Settings, 'resilience'>,
  log: Log,
  without?: WithoutGuards,
): LineSettings {
  return {
    domain,
    log,
    without,
    timeoutMs: resilience.subgraphTimeoutMs,
    // All that the client waits for, less what the gateway needs to say that it was too long.
    writeTimeoutMs: Math.max(resilience.subgraphTimeoutMs, resilience.deadlineMs * 0.9),
    maxConcurrent: Math.ceil(resilience.maxInFlight / 4),
  };
}
