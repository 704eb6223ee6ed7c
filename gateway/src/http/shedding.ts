import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';
import { HttpRefusal } from './http-refusal.ts';

export type Shedding = {
  /** True while most of what came in the last seconds was sent away: a balancer should look elsewhere. */
  hard(): boolean;
  readonly inFlight: () => number;
};

type Limits = {
  maxInFlight: number;
  /** The delay of the event loop, in milliseconds, over which no more work is taken. */
  maxDelayMs?: number;
  /** The delay as it is seen; measured unless a test says it. */
  delayMs?: () => number;
};

const MAX_DELAY_MS = 150;
/** A delay is a queue only where there is one: a start that loads data delays everybody and has nobody waiting. */
const FEW = 16;
const WINDOW_MS = 1_000;
const RETRY_AFTER_SECONDS = 2;

/**
 * Sends requests away with 503 before they cost anything when this process has enough to do: too many under way, or an
 * event loop that answers late while requests wait. Probes are let through (`exempt`). Declare it before anything else.
 */
export function shedLoad(app: FastifyInstance, limits: Limits, exempt: readonly string[]): Shedding {
  const { maxInFlight, maxDelayMs = MAX_DELAY_MS } = limits;
  const delay = limits.delayMs === undefined ? measuredDelay(app) : limits.delayMs;
  const counts = slidingCounts();
  let inFlight = 0;
  app.addHook('onRequest', async (request, reply) => {
    inFlight += 1;
    reply.raw.once('close', () => {
      inFlight -= 1;
    });
    if (exempt.includes(request.routeOptions.url ?? '')) return;
    const tooMuch = inFlight > maxInFlight || (inFlight > FEW && delay() > maxDelayMs);
    counts.note(tooMuch);
    if (tooMuch) throw overloaded();
  });
  return { inFlight: () => inFlight, hard: () => counts.mostlyShed() };
}

function overloaded(): HttpRefusal {
  return new HttpRefusal(
    503,
    'OVERLOADED',
    'Le service a trop à faire pour l’instant : réessayez dans quelques secondes.',
    {
      headers: { 'retry-after': String(RETRY_AFTER_SECONDS) },
      extensions: { retryAfterSeconds: RETRY_AFTER_SECONDS },
    },
  );
}

/**
 * The delay of half of the ticks of late. Not of the worst: one pause (a garbage collection, a process that starts beside
 * this one) is over when it is seen, while a loop that drowns is late at every turn.
 */
function measuredDelay(app: FastifyInstance): () => number {
  const histogram = monitorEventLoopDelay({ resolution: 20 });
  histogram.enable();
  let last = 0;
  const window = setInterval(() => {
    last = histogram.percentile(50) / 1e6;
    histogram.reset();
  }, WINDOW_MS / 2);
  window.unref();
  app.addHook('onClose', async () => {
    clearInterval(window);
    histogram.disable();
  });
  return () => last;
}

function slidingCounts() {
  let began = performance.now();
  let current = { all: 0, shed: 0 };
  let previous = { all: 0, shed: 0 };
  const turn = () => {
    const age = performance.now() - began;
    if (age < WINDOW_MS) return;
    previous = age < 2 * WINDOW_MS ? current : { all: 0, shed: 0 };
    current = { all: 0, shed: 0 };
    began = performance.now();
  };
  return {
    note(shed: boolean) {
      turn();
      current.all += 1;
      if (shed) current.shed += 1;
    },
    mostlyShed() {
      turn();
      const all = current.all + previous.all;
      return all > FEW && current.shed + previous.shed > all / 2;
    },
  };
}
