import { Abandoned, describeError, type Log } from '@graphess/subgraph-kit';
import type { WithoutGuards } from '../guards.ts';
import { type Breaker, type BreakerState, breakerOf } from './breaker.ts';
import { isMomentary, retryBudget } from './retry.ts';
import type { SubgraphAnswer, SubgraphRequest } from './subgraph-request.ts';
import { overloaded, unavailable } from './unavailable.ts';

export type LineSettings = {
  domain: string;
  /** How long one fetch of a plan may take, its second attempt included, in milliseconds. */
  timeoutMs: number;
  /** The same for a write, which is made once and may have much to do; `timeoutMs` when absent. */
  writeTimeoutMs?: number;
  /** Fetches under way at once. Without a bound, one slow domain would hold all that the gateway may work on. */
  maxConcurrent?: number;
  log: Log;
  without?: WithoutGuards | undefined;
};

/** Everything that the gateway asks of one subgraph goes through its line. */
export type SubgraphLine = {
  /**
   * The answer of `call`, or the error that stands for none. `call` is to give up when its signal is aborted, and may be
   * made a second time when the first met a fault of the moment and asked for a read.
   */
  ask(
    request: SubgraphRequest,
    call: (signal: AbortSignal) => Promise<SubgraphAnswer>,
  ): Promise<SubgraphAnswer>;
  breakerState(): BreakerState;
};

const MAX_CONCURRENT = 100;

export function subgraphLine(settings: LineSettings): SubgraphLine {
  const { domain, timeoutMs, log, maxConcurrent = MAX_CONCURRENT, without = new Set() } = settings;
  const writeTimeoutMs = settings.writeTimeoutMs ?? timeoutMs;
  const breaker = without.has('breaker') ? NO_BREAKER : breakerOf();
  const budget = retryBudget();
  let underWay = 0;

  return {
    breakerState: breaker.state,
    async ask(request, call) {
      const { ctx } = request;
      if (ctx.signal?.aborted) return unavailable(domain, request);
      if (underWay >= maxConcurrent) return overloaded(domain, request);
      const signals = [
        ...(ctx.signal === undefined ? [] : [ctx.signal]),
        ...(without.has('subgraph-timeout')
          ? []
          : [AbortSignal.timeout(isRead(request) ? timeoutMs : writeTimeoutMs)]),
      ];
      const signal = AbortSignal.any(signals);
      const attempt = async () => {
        try {
          return await unlessAborted(signal, call(signal));
        } catch (error) {
          if (ctx.signal?.aborted) throw new Abandoned();
          throw error;
        }
      };
      underWay += 1;
      budget.earn();
      try {
        return await breaker.run(() =>
          attempt().catch((error: unknown) => {
            const again = isRead(request) && !signal.aborted && isMomentary(error) && budget.spend();
            if (!again) throw error;
            return attempt();
          }),
        );
      } catch (error) {
        if (!(error instanceof Abandoned)) {
          log.warn({ requestId: ctx.requestId, domain, ...describeError(error) }, 'subgraph did not answer');
        }
        return unavailable(domain, request);
      } finally {
        underWay -= 1;
      }
    },
  };
}

const NO_BREAKER: Breaker = { run: (work) => work(), state: () => 'closed' };

/** Plans are one operation. */
function isRead({ query }: SubgraphRequest): boolean {
  return !/^\s*mutation\b/.test(query);
}

/** What `work` gives, or a rejection as soon as the signal is aborted; a domain of this process may end later. */
async function unlessAborted<Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> {
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
