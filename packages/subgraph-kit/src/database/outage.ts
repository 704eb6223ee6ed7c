import { Abandoned } from './cancellation.ts';

/** Why rows could not be had: the database is away, or it has too much to do. */
export type Outage = 'SUBGRAPH_UNAVAILABLE' | 'OVERLOADED';

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const SQL_STATES: Readonly<Record<string, Outage>> = {
  '25006': 'SUBGRAPH_UNAVAILABLE', // read_only_sql_transaction: a standby
  '53100': 'SUBGRAPH_UNAVAILABLE', // disk_full
  '53200': 'OVERLOADED', // out_of_memory
  '53300': 'OVERLOADED', // too_many_connections
  '55P03': 'OVERLOADED', // lock_not_available: lock_timeout
  '57014': 'SUBGRAPH_UNAVAILABLE', // query_canceled: statement_timeout
  '57P01': 'SUBGRAPH_UNAVAILABLE', // admin_shutdown
  '57P02': 'SUBGRAPH_UNAVAILABLE', // crash_shutdown
  '57P03': 'SUBGRAPH_UNAVAILABLE', // cannot_connect_now
  '57P05': 'SUBGRAPH_UNAVAILABLE', // idle_session_timeout
  '25P03': 'SUBGRAPH_UNAVAILABLE', // idle_in_transaction_session_timeout
};

const OF_THE_NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** The driver has no code for these. */
const MESSAGES: readonly [RegExp, Outage][] = [
  [/^timeout exceeded when trying to connect$/, 'OVERLOADED'],
  [/^Connection terminated/, 'SUBGRAPH_UNAVAILABLE'],
  [/^Client has encountered a connection error and is not queryable$/, 'SUBGRAPH_UNAVAILABLE'],
  [/^Client was closed and is not queryable$/, 'SUBGRAPH_UNAVAILABLE'],
];

/** What kept the database from answering; null when it did answer, and the error is one of ours. */
export function outageBehind(error: unknown): Outage | null {
  if (isAbandoned(error)) return 'SUBGRAPH_UNAVAILABLE';
  return (
    causes(error)
      .map(outageOf)
      .find((outage) => outage !== null) ?? null
  );
}

/** Whether nobody waited for the answer any more. */
export function isAbandoned(error: unknown): boolean {
  return causes(error).some((each) => each instanceof Abandoned);
}

function outageOf(error: Error): Outage | null {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const state = SQL_STATES[code];
  if (state !== undefined) return state;
  // Class 08 is connection_exception; a code of the system comes with the call that met it.
  if (/^08/.test(code) || (OF_THE_NETWORK.has(code) && 'syscall' in error)) return 'SUBGRAPH_UNAVAILABLE';
  return MESSAGES.find(([pattern]) => pattern.test(error.message))?.[1] ?? null;
}

/** An error and what it wraps, outermost first. */
function causes(error: unknown): Error[] {
  if (!(error instanceof Error)) return [];
  return [error, ...causes(innerOf(error))];
}

function innerOf(error: Error): unknown {
  if ('driverError' in error) return error.driverError;
  if ('originalError' in error && error.originalError) return error.originalError;
  // Each address of a name refused.
  if (error instanceof AggregateError) return error.errors[0];
  return error.cause;
}
