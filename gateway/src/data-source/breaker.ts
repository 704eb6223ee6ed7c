import { Abandoned } from '@graphess/subgraph-kit';
import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  type IBreaker,
  SamplingBreaker,
} from 'cockatiel';

/** Half of at least twenty calls over ten seconds, or five in a row where there are few. */
const SAMPLING = { threshold: 0.5, duration: 10_000, minimumRps: 2 };
const IN_A_ROW = 5;
/** A domain that comes back is found within the second if it was away for a moment, within five if for long. */
const PROBE_AFTER = { initialDelay: 500, maxDelay: 5_000 };

export type BreakerState = 'closed' | 'half-open' | 'open';

export type Breaker = {
  run<Value>(work: () => Promise<Value>): Promise<Value>;
  state(): BreakerState;
};

/**
 * Spares callers the wait for a subgraph that fails: once open, a call is refused at once (BrokenCircuitError), but for
 * one now and then that goes through to see. What the asker abandoned says nothing of the subgraph, unless it was that one.
 */
export function breakerOf(): Breaker {
  const circuit = circuitBreaker(
    handleWhen((error) => !(error instanceof Abandoned) || circuit.state === CircuitState.HalfOpen),
    {
      breaker: either(new ConsecutiveBreaker(IN_A_ROW), new SamplingBreaker(SAMPLING)),
      halfOpenAfter: new ExponentialBackoff(PROBE_AFTER),
    },
  );
  return {
    async run(work) {
      // Left to itself, cockatiel makes the others wait for the one that probes.
      if (circuit.state === CircuitState.HalfOpen) throw new BrokenCircuitError();
      return circuit.execute(work);
    },
    state: () => STATES[circuit.state],
  };
}

const STATES: Readonly<Record<CircuitState, BreakerState>> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.HalfOpen]: 'half-open',
  [CircuitState.Open]: 'open',
  [CircuitState.Isolated]: 'open',
};

function either(...breakers: IBreaker[]): IBreaker {
  return {
    state: null,
    success: (state) => {
      for (const each of breakers) each.success(state);
    },
    // Each must be told, whichever opens.
    failure: (state) => breakers.map((each) => each.failure(state)).some(Boolean),
  };
}
