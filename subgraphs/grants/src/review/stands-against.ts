import { ConflictError } from '@graphess/subgraph-kit';

/** A refusal because of where things stand, with a code of its own. */
export function standsAgainst(code: string, message: string, version: number | null = null): ConflictError {
  return Object.assign(ConflictError.of(message, version), { code });
}
