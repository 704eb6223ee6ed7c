import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { FAULT_CODES } from './errors.ts';
import type { Log } from './log.ts';

const KNOWN_CODES: ReadonlySet<unknown> = new Set(FAULT_CODES);
/** What a fault may carry to the client beside its code. */
const PUBLIC_EXTENSIONS = ['code', 'argument', 'domain', 'requestId', 'retryAfterSeconds'] as const;

/**
 * What the client sees of an error: faults as they were thrown, coercion errors of graphql-js as
 * BAD_USER_INPUT, and everything else hidden behind INTERNAL_SERVER_ERROR and a request id, under which
 * the log tells the rest (never SQL parameters, never values).
 */
export function presentError(error: unknown, request: { requestId: string; log: Log }): GraphQLFormattedError {
  if (error instanceof GraphQLError) {
    const fault = faultBehind(error);
    if (fault !== null) return formatted(fault.message, error, publicExtensions(fault));
    if (error.originalError === undefined || error.originalError === null) {
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

/** graphql-js wraps what a resolver or a scalar throws, at times twice. */
function faultBehind(error: GraphQLError): GraphQLError | null {
  let candidate: unknown = error;
  while (candidate instanceof GraphQLError) {
    if (KNOWN_CODES.has(candidate.extensions['code'])) return candidate;
    candidate = candidate.originalError;
  }
  return null;
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
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  if (!(cause instanceof Error)) return { kind: typeof cause };
  const driver = 'driverError' in cause && cause.driverError instanceof Error ? cause.driverError : cause;
  const sqlState = 'code' in driver ? driver.code : undefined;
  const isFromDatabase = 'driverError' in cause || 'severity' in cause;
  return {
    kind: cause.name,
    ...(sqlState === undefined ? {} : { sqlState }),
    ...('query' in cause && typeof cause.query === 'string' ? { sql: cause.query } : {}),
    // A message of PostgreSQL quotes the value it refused.
    ...(isFromDatabase ? {} : { message: cause.message }),
    at: cause.stack
      ?.split('\n')
      .filter((line) => line.trimStart().startsWith('at '))
      .slice(0, 6)
      .map((line) => line.trim()),
  };
}
