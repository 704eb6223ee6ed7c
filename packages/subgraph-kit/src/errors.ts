import { GraphQLError } from 'graphql';

/** The codes a client may meet in `extensions.code`. */
export const FAULT_CODES = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'OPERATION_LIMIT',
  'RATE_LIMITED',
  'OVERLOADED',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'BAD_REQUEST',
  'SUBGRAPH_UNAVAILABLE',
  'INTERNAL_SERVER_ERROR',
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

/** Thrown on purpose: its message is French, meant for the client, and holds nothing private. */
export class Fault extends GraphQLError {
  constructor(code: FaultCode, message: string, extensions: Record<string, unknown> = {}) {
    super(message, { extensions: { code, ...extensions } });
  }
}

/** An argument of the right type with a wrong value. `argument` is its name as the client wrote it. */
export class BadInput extends Fault {
  constructor(argument: string, message: string) {
    super('BAD_USER_INPUT', message, { argument });
  }
}

/** The field needs a signed-in viewer. */
export class Unauthenticated extends Fault {
  constructor() {
    super('UNAUTHENTICATED', 'Connectez-vous pour accéder à cette information.');
  }
}

/** The viewer is known and may not do this. */
export class Forbidden extends Fault {
  constructor(message = 'Vous n’avez pas le droit d’accéder à cette information.') {
    super('FORBIDDEN', message);
  }
}
