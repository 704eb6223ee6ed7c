import { eventId, isSlug } from '@graphess/identifiers';
import { BadInput } from '@graphess/subgraph-kit';

/** The id of the event that `slug` names. Throws BadInput, naming the argument, when it is malformed. */
export function eventIdArgument(argument: string, slug: string): string {
  if (isSlug(slug)) return eventId(slug);
  throw new BadInput(
    argument,
    `« ${argument} » doit être l’identifiant d’un événement dans son adresse, par exemple club-des-laureats-2026.`,
  );
}
