import { FAULT_CODES, type OpenSubgraph, poolUse } from '@graphess/subgraph-kit';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { BreakerState } from '../data-source/breaker.ts';
import type { Outcome } from './request-line.rules.ts';

export type FetchOutcome = 'ok' | 'unavailable';

/** Figures of the gateway for Prometheus. Every label comes from a list of our own: none from what clients write. */
export type Metrics = {
  readonly registry: Registry;
  /** `operation` is the name of a trusted document, `other` or `none`. */
  request(operation: string, outcome: Outcome, seconds: number, codes: readonly string[]): void;
  fetch(domain: string, outcome: FetchOutcome, seconds: number): void;
  /** Reads the state of a domain’s circuit breaker at each collection. */
  breaker(domain: string, state: () => BreakerState): void;
};

const BREAKER_STATES: readonly BreakerState[] = ['closed', 'half-open', 'open'];
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const KNOWN_CODES: ReadonlySet<string> = new Set(FAULT_CODES);

/** `open` gives the domains whose database this process holds, read at each collection. */
export function createMetrics(open: () => Iterable<OpenSubgraph>): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Counter({
    name: 'graphess_requests_total',
    help: 'Requests over HTTP, by trusted operation and outcome',
    labelNames: ['operation', 'outcome'],
    registers,
  });
  const durations = new Histogram({
    name: 'graphess_request_duration_seconds',
    help: 'Time to answer a request, by trusted operation',
    labelNames: ['operation'],
    buckets: SECONDS,
    registers,
  });
  const errors = new Counter({
    name: 'graphess_request_errors_total',
    help: 'Requests that met an error, by code: RATE_LIMITED are refused by quota, OVERLOADED shed',
    labelNames: ['code'],
    registers,
  });
  const fetches = new Counter({
    name: 'graphess_fetches_total',
    help: 'Fetches from domains, by outcome',
    labelNames: ['domain', 'outcome'],
    registers,
  });
  const fetchDurations = new Histogram({
    name: 'graphess_fetch_duration_seconds',
    help: 'Time a domain takes for one fetch',
    labelNames: ['domain'],
    buckets: SECONDS,
    registers,
  });
  const breakers = new Map<string, () => BreakerState>();
  new Gauge({
    name: 'graphess_breaker_state',
    help: 'Circuit breaker of a domain: 0 closed, 1 half-open, 2 open',
    labelNames: ['domain'],
    registers,
    collect() {
      for (const [domain, state] of breakers) this.set({ domain }, BREAKER_STATES.indexOf(state()));
    },
  });
  new Gauge({
    name: 'graphess_pool_connections',
    help: 'Connections to PostgreSQL, by domain and use',
    labelNames: ['domain', 'use'],
    registers,
    collect() {
      for (const { subgraph, db } of open()) {
        for (const [use, count] of Object.entries(poolUse(db))) {
          this.set({ domain: subgraph.name, use }, count);
        }
      }
    },
  });
  new Gauge({
    name: 'graphess_journal_rows',
    help: 'Rows of the journal of a domain',
    labelNames: ['domain'],
    registers,
    async collect() {
      for (const { subgraph, db } of open()) {
        // A database that is away has no figure.
        await db.query('SELECT coalesce(max(seq), 0)::int AS rows FROM journal').then(
          ([row]: { rows: number }[]) => this.set({ domain: subgraph.name }, row?.rows ?? 0),
          () => this.remove({ domain: subgraph.name }),
        );
      }
    },
  });
  return {
    registry,
    request(operation, outcome, seconds, codes) {
      requests.inc({ operation, outcome });
      durations.observe({ operation }, seconds);
      for (const code of codes) errors.inc({ code: KNOWN_CODES.has(code) ? code : 'UNKNOWN' });
    },
    fetch(domain, outcome, seconds) {
      fetches.inc({ domain, outcome });
      fetchDurations.observe({ domain }, seconds);
    },
    breaker: (domain, state) => breakers.set(domain, state),
  };
}
