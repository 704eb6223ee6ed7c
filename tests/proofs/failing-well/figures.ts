import type { SubgraphName } from '../../../packages/platform/src/settings.ts';
import type { Sample } from './load.ts';

export const isGood = ({ status, codes }: Sample) => status === 200 && codes.length === 0;
export const needs = (domain: SubgraphName) => (sample: Sample) => sample.read.needs.includes(domain);

/** The smallest duration, in milliseconds, that a share of the samples does not exceed; 0 without samples. */
export function percentile(samples: readonly Sample[], share: number): number {
  const sorted = samples.map(({ ms }) => ms).sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** When the last bad answer was asked for, in seconds since the load began; null when there is none. */
export function lastBad(samples: readonly Sample[]): number | null {
  const bad = samples.filter((sample) => !isGood(sample)).map(({ at }) => at);
  return bad.length === 0 ? null : Math.max(...bad);
}

/** How many answers of each kind: `200`, `200 SUBGRAPH_UNAVAILABLE`, `dropped`… */
export function outcomes(samples: readonly Sample[]): string {
  const kinds = Map.groupBy(samples, ({ status, codes }) =>
    [status === 0 ? 'dropped' : String(status), ...new Set(codes)].join(' '),
  );
  return [...kinds].map(([kind, those]) => `${those.length} × ${kind}`).join(', ');
}
