import { collect, idempotencyKeyProblems, type Problem, problem } from '@graphess/subgraph-kit';
import { problemsOfReason } from '../attempt/reason.rules.ts';
import type { ConflictKind } from './conflict.kind.ts';

/** What is wrong in a declaration, all at once. */
export function problemsOfDeclaration(input: {
  nothing: boolean;
  conflict?: ConflictKind | null;
  reason?: string | null;
  idempotencyKey: string;
}): Problem[] {
  const { nothing, conflict = null, reason = null } = input;
  return [
    ...idempotencyKeyProblems(input.idempotencyKey),
    ...collect(
      nothing &&
        conflict !== null &&
        problem('DECLARATION_CONTRADICTORY', 'Déclarez un lien, ou qu’il n’y en a aucun.', ['conflict']),
      !nothing &&
        conflict === null &&
        problem('CONFLICT_MISSING', 'Dites quel lien vous avez avec la structure.', ['conflict']),
      conflict === 'PERSONAL' &&
        reason === null &&
        problem('REASON_MISSING', 'Dites en quelques mots quel est ce lien personnel.', ['reason']),
    ),
    ...(reason === null ? [] : problemsOfReason(reason)),
  ];
}
