import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { coercionProblem } from './coercion-message.ts';
import { isAbandoned, type Outage, outageBehind } from './database/outage.ts';
import { FAULT_CODES, Fault } from './errors.ts';
import type { Log } from './log.ts';

const KNOWN_CODES: ReadonlySet<unknown> = new Set(FAULT_CODES);
/** What a fault may carry to the client beside its code. */
const PUBLIC_EXTENSIONS = [
  'code',
  'argument',
  'reason',
  'domain',
  'requestId',
  'retryAfterSeconds',
  'cost',
  'problems',
] as const;

const OUTAGES: Readonly<Record<Outage, string>> = {
  SUBGRAPH_UNAVAILABLE:
    'Ce domaine ne répond pas pour l’instant ; ce qui vient des autres domaines est valable.',
  OVERLOADED: 'Ce domaine a trop à faire pour l’instant. Réessayez dans un instant.',
};

/** Whoever meets one of these asks for help, or is asked: what the log says of it is found by the request's id. */
const TRACED_CODES: ReadonlySet<unknown> = new Set(['SUBGRAPH_UNAVAILABLE', 'OVERLOADED']);

/**
 * What the client sees of an error: faults as they were thrown, values that do not fit their type as BAD_USER_INPUT
 * naming the argument, a database that is away as the domain it keeps from answering, and everything else hidden behind INTERNAL_SERVER_ERROR and a request id, under which the log
 * tells the rest (never SQL parameters, never values).
 */
export function presentError(
  error: unknown,
  request: { requestId: string; log: Log; domain?: string },
): GraphQLFormattedError {
  if (error instanceof GraphQLError) {
    const coercion = coercionProblem(error);
    if (coercion !== null) {
      return formatted(coercion.message, error, { code: 'BAD_USER_INPUT', argument: coercion.argument });
    }
    const fault = faultBehind(error);
    if (fault !== null) return formatted(fault.message, error, publicExtensions(fault, request.requestId));
    if (error.path === undefined && isOfGraphql(error)) {
      return formatted(error.message, error, { code: 'BAD_USER_INPUT' });
    }
  }
  const outage = outageBehind(error);
  if (outage !== null) {
    const level = isAbandoned(error) ? 'debug' : 'warn';
    request.log[level]({ requestId: request.requestId, ...describeError(error) }, 'database did not answer');
    return formatted(OUTAGES[outage], error instanceof GraphQLError ? error : null, {
      code: outage,
      ...(request.domain === undefined ? {} : { domain: request.domain }),
      requestId: request.requestId,
    });
  }
  request.log.error({ requestId: request.requestId, ...describeError(error) }, 'unexpected error');
  return formatted(
    `Une erreur interne est survenue. Indiquez la référence ${request.requestId} pour obtenir de l’aide.`,
    error instanceof GraphQLError ? error : null,
    { code: 'INTERNAL_SERVER_ERROR', requestId: request.requestId },
  );
}

/** graphql-js and Apollo wrap what a resolver or a scalar throws, at times twice, and copy its code: ours speaks first. */
function faultBehind(error: GraphQLError): GraphQLError | null {
  const chain = wrapped(error).filter((each) => each instanceof GraphQLError);
  return (
    chain.find((each) => each instanceof Fault) ??
    chain.find((each) => KNOWN_CODES.has(each.extensions['code'])) ??
    null
  );
}

/** Nothing else than graphql-js is at the bottom: no bug of a resolver. */
function isOfGraphql(error: GraphQLError): boolean {
  return wrapped(error).at(-1) instanceof GraphQLError;
}

/** An error and those that it wraps, outermost first. */
function wrapped(error: Error): Error[] {
  const inner = error instanceof GraphQLError ? error.originalError : null;
  return inner ? [error, ...wrapped(inner)] : [error];
}

function publicExtensions(fault: GraphQLError, requestId: string): Record<string, unknown> {
  const given = PUBLIC_EXTENSIONS.flatMap((name) =>
    name in fault.extensions ? [[name, fault.extensions[name]]] : [],
  );
  return {
    ...Object.fromEntries(given),
    ...(TRACED_CODES.has(fault.extensions['code']) ? { requestId } : {}),
  };
}

function formatted(
  message: string,
  where: GraphQLError | null,
  extensions: Record<string, unknown>,
): GraphQLFormattedError {
  return {
    message,
    ...(where?.locations ? { locations: where.locations } : {}),
    ...(where?.path ? { path: where.path } : {}),
    extensions,
  };
}

/** An error as it may be logged: its kind and place, the SQL text without parameters, no message of the database. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const cause = wrapped(error).at(-1) ?? error;
  const driver = 'driverError' in cause && cause.driverError instanceof Error ? cause.driverError : cause;
  const sqlState = 'code' in driver ? driver.code : undefined;
  const isFromDatabase = 'driverError' in cause || 'severity' in cause;
  const isFromGraphql = cause instanceof GraphQLError || cause.name === 'NonErrorThrown';
  return {
    kind: cause.name,
    ...(sqlState === undefined ? {} : { sqlState }),
    ...('query' in cause && typeof cause.query === 'string' ? { sql: cause.query } : {}),
    // A message of PostgreSQL quotes the value it refused.
    ...(isFromDatabase ? {} : { message: isFromGraphql ? withoutValue(cause.message) : cause.message }),
    // The stack begins with the message, which may have lines of its own.
    at: cause.stack
      ?.replace(cause.message, '')
      .split('\n')
      .filter((line) => line.trimStart().startsWith('at '))
      .slice(0, 6)
      .map((line) => line.trim()),
  };
}

/** graphql-js ends its messages about a value with the value. */
function withoutValue(message: string): string {
  return message.replace(/(\bvalue|\bgot|\breceived): .*$/s, '$1: …');
}
