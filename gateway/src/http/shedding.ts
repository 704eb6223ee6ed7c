import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as turn } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { awaitedBodies } from './awaited-bodies.ts';
import { HttpRefusal } from './http-refusal.ts';

export type Shedding = {
  /** True while most of what came in the last seconds was sent away: a balancer should look elsewhere. */
  hard(): boolean;
  /** Requests that are worked on: those whose body is still awaited are not. */
  readonly inFlight: () => number;
};

type Limits = {
  maxInFlight: number;
  /** The delay of the event loop, in milliseconds, over which no more work is taken. */
  maxDelayMs?: number;
  /** How many bodies one address, and all of them, may keep this server waiting for. */
  maxAwaited?: { perAddress: number; all: number };
  /** The delay as it is seen; measured unless a test says it. */
  delayMs?: () => number;
};

const MAX_DELAY_MS = 150;
const MAX_AWAITED = { perAddress: 50, all: 1_000 };
/** A delay is a queue only where there is one: a start that loads data delays everybody and has nobody waiting. */
const FEW = 16;
const WINDOW_MS = 1_000;
const RETRY_AFTER_SECONDS = 2;

/**
 * Sends requests away with 503 before they cost anything when this process has enough to do: too many under way, or an
 * event loop that answers late while requests wait. A request is work from the moment its body is in; until then it has
 * a place among those of its address. Probes are let through (`exempt`). Declare it before anything else.
 */
export function shedLoad(app: FastifyInstance, limits: Limits, exempt: readonly string[]): Shedding {
  const { maxInFlight, maxDelayMs = MAX_DELAY_MS } = limits;
  const delay = limits.delayMs === undefined ? measuredDelay(app) : limits.delayMs;
  const counts = slidingCounts();
  const awaited = awaitedBodies(limits.maxAwaited ?? MAX_AWAITED);
  const arriving = new WeakMap<FastifyRequest, Stay>();
  let inFlight = 0;
  const tooMany = (count: number) => count > maxInFlight || (count > FEW && delay() > maxDelayMs);
  const work = () => {
    inFlight += 1;
    return () => {
      inFlight -= 1;
    };
  };
  const begin = (request: FastifyRequest, stay: Stay) => {
    stay.as(work);
    if (exempt.includes(request.routeOptions.url ?? '')) return;
    const shed = tooMany(inFlight);
    counts.note(shed);
    if (shed) throw overloaded();
  };
  app.addHook('onRequest', async (request, reply) => {
    const stay = stayOf(reply);
    // What came along with the headers is read in this turn: most bodies are never waited for.
    if (announcesBody(request)) await turn();
    if (!announcesBody(request) || request.raw.complete) return begin(request, stay);
    const leave = tooMany(inFlight + 1) ? null : awaited.take(request.ip);
    // Not noted: nobody is to look busy for what was never asked of it.
    if (leave === null) throw overloaded();
    stay.as(() => leave);
    arriving.set(request, stay);
  });
  app.addHook('preValidation', async (request) => {
    const stay = arriving.get(request);
    if (stay !== undefined) begin(request, stay);
  });
  return { inFlight: () => inFlight, hard: () => counts.mostlyShed() };
}

function announcesBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** What a request is counted as until its answer is over or its client has left. */
type Stay = { as(enter: () => () => void): void };

function stayOf(reply: FastifyReply): Stay {
  const nothing = () => {};
  let gone = false;
  let leave = nothing;
  const end = () => {
    leave();
    leave = nothing;
  };
  reply.raw.once('close', () => {
    gone = true;
    end();
  });
  return {
    as(enter) {
      end();
      leave = enter();
      if (gone) end();
    },
  };
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
  const slide = () => {
    const age = performance.now() - began;
    if (age < WINDOW_MS) return;
    previous = age < 2 * WINDOW_MS ? current : { all: 0, shed: 0 };
    current = { all: 0, shed: 0 };
    began = performance.now();
  };
  return {
    note(shed: boolean) {
      slide();
      current.all += 1;
      if (shed) current.shed += 1;
    },
    mostlyShed() {
      slide();
      const all = current.all + previous.all;
      return all > FEW && current.shed + previous.shed > all / 2;
    },
  };
}
