import { ConflictError } from '@graphess/subgraph-kit';

/** The refusal of what an agreement must be signed for; `version` is that of the application. */
export function notSigned(version: number): ConflictError {
  return Object.assign(ConflictError.of('Aucune convention n’est signée pour cette candidature.', version), {
    code: 'NOT_SIGNED',
  });
}
