import { parseId } from '@graphess/identifiers';
import { BadInput } from '@graphess/subgraph-kit';

/** The id of an organisation. Throws BadInput, naming the argument, when it is malformed. */
export function organizationIdArgument(argument: string, value: string): string {
  if (parseId(value)?.prefix !== 'ORG') {
    throw new BadInput(
      argument,
      `« ${argument} » doit être l’identifiant d’une organisation, par exemple ORG:cress-idf.`,
    );
  }
  return value;
}
