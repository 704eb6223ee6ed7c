import { parseTerritoryId } from '@graphess/identifiers';
import { BadInput } from '@graphess/subgraph-kit';

/** A territory id given as an argument. Throws BadInput, naming the argument, when it is malformed. */
export function territoryArgument(argument: string, value: string): string {
  if (parseTerritoryId(value) === null) {
    throw new BadInput(
      argument,
      `« ${argument} » doit être un code de territoire, par exemple COM:92050, EPT:200057982, DEP:92 ou REG:11.`,
    );
  }
  return value;
}
