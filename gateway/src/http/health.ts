import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '@graphess/platform';
import type { FollowState } from '@graphess/subgraph-kit';
import type { FastifyInstance } from 'fastify';

/** Whether a domain can answer, and how far its copies of its siblings' data are. */
export type DomainState = { domain: string; ready: boolean; follows: readonly FollowState[] };

/**
 * `/healthz`: the process lives. `/readyz`: 503 until every domain has been ready once; after that the gateway is of
 * use even if a domain is away, and says which; 503 again while it stops or sends most of its clients away (`leave`).
 * `/version`: what runs.
 */
export function registerHealth(
  app: FastifyInstance,
  domainStates: () => Promise<DomainState[]>,
  leave: () => boolean = () => false,
): void {
  let completeOnce = false;
  const states = rememberedFor(READINESS_MS, domainStates);
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const domains = await states();
    const complete = domains.every(({ ready }) => ready);
    completeOnce ||= complete;
    const ready = completeOnce && domains.some((each) => each.ready) && !leave();
    return reply.code(ready ? 200 : 503).send({ ready, complete, domains });
  });
  const { name, version } = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  app.get('/version', async () => ({ name, version, node: process.version }));
}

/** Anybody may ask for readiness: the databases are asked once a second at most. */
const READINESS_MS = 1_000;

function rememberedFor<Value>(milliseconds: number, ask: () => Promise<Value>): () => Promise<Value> {
  let answer: { value: Promise<Value>; until: number } | null = null;
  return () => {
    if (answer === null || answer.until < performance.now()) {
      answer = { value: ask(), until: performance.now() + milliseconds };
    }
    return answer.value;
  };
}
