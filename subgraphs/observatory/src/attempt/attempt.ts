import type { Context, JournalEntry } from '@graphess/subgraph-kit';

export const IDEMPOTENCY_KEY =
  'Clé de reprise, de 1 à 255 caractères : la même demande renvoyée avec la même clé n’est faite qu’une fois.';
export const REASON = 'Raison, de 3 à 500 caractères ; elle est gardée avec la décision.';

/** The author of a write, as the journal names it. */
export function authorOf({
  viewer,
  requestId,
}: Context): Pick<JournalEntry, 'actorKind' | 'actor' | 'requestId'> {
  return { actorKind: viewer.kind, actor: viewer.subject, requestId };
}
