import { z } from 'zod';
import type { DomainState } from './health.ts';

const readiness = z.object({ ready: z.boolean(), follows: z.array(z.unknown()).default([]) });

/** Asks a subgraph over HTTP whether it is ready; one that does not answer within two seconds is not. */
export async function remoteDomainState(domain: string, url: string): Promise<DomainState> {
  try {
    const response = await fetch(new URL('/readyz', url), { signal: AbortSignal.timeout(2_000) });
    const { ready, follows } = readiness.parse(await response.json());
    return { domain, ready, follows: follows as DomainState['follows'] };
  } catch {
    return { domain, ready: false, follows: [] };
  }
}
