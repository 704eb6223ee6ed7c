import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { coercionProblem } from './coercion-message.ts';
import { FAULT_CODES, Fault } from './errors.ts';
import type { Log } from './log.ts';

const KNOWN_CODES: ReadonlySet<unknown> = new Set(FAULT_CODES);
/** What a fault may carry to the client beside its code. */
const PUBLIC_EXTENSIONS = ['code', 'argument', 'domain', 'requestId', 'retryAfterSeconds'] as const;

/**
 * What the client sees of an error: faults as they were thrown, values that do not fit their type as BAD_USER_INPUT
 * naming the argument, and everything else hidden behind INTERNAL_SERVER_ERROR and a request id, under which the log
 * tells the rest (never SQL parameters, never values).
 */
export function presentError(
  error: unknown,
  request: { requestId: string; log: Log },
): GraphQLFormattedError {
  if (error instanceof GraphQLError) {
    const coercion = coercionProblem(error);
    if (coercion !== null) {
      return formatted(coercion.message, error, { code: 'BAD_USER_INPUT', argument: coercion.argument });
    }
    const fault = faultBehind(error);
    if (fault !== null) return formatted(fault.message, error, publicExtensions(fault));
    if (error.path === undefined && isOfGraphql(error)) {
      return formatted(error.message, error, { code: 'BAD_USER_INPUT' });
    }
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

function publicExtensions(fault: GraphQLError): Record<string, unknown> {
  return Object.fromEntries(
    PUBLIC_EXTENSIONS.flatMap((name) => (name in fault.extensions ? [[name, fault.extensions[name]]] : [])),
  );
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
