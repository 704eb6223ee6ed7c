import type { Context, JournalEntry } from '@graphess/subgraph-kit';

/** The author of a write, as the journal names it. */
export function authorOf({
  viewer,
  requestId,
}: Pick<Context, 'viewer' | 'requestId'>): Pick<JournalEntry, 'actorKind' | 'actor' | 'requestId'> {
  return { actorKind: viewer.kind, actor: viewer.subject, requestId };
}
