import { isTerritoryId, parseTerritoryId } from '@graphess/identifiers';

/** Levels of territories that have ids, by every word that files use for them, folded. */
const PREFIX_OF_LEVEL: ReadonlyMap<string, string> = new Map([
  ['com', 'COM'],
  ['commune', 'COM'],
  ['dep', 'DEP'],
  ['departement', 'DEP'],
  ['department', 'DEP'],
  ['reg', 'REG'],
  ['region', 'REG'],
  ['epci', 'EPCI'],
  ['ept', 'EPT'],
]);

/** The prefix of the ids of a level, null for a level that has none here. `level` is folded. */
export function prefixOfLevel(level: string): string | null {
  return PREFIX_OF_LEVEL.get(level) ?? null;
}

/** The id of a territory from its official code, null when the code has not the shape of that level. */
export function territoryOfCode(prefix: string, code: string): string | null {
  const id = `${prefix}:${code.toUpperCase()}`;
  return isTerritoryId(id) ? id : null;
}

/**
 * The id of a territory written as an id (`COM:92050`) or as the five characters of a commune. Null for anything else: a
 * département and a région may have the same two digits, an EPT and an EPCI both have a SIREN.
 */
export function territoryOfText(text: string): string | null {
  const id = parseTerritoryId(text.toUpperCase().replace(/^([A-Z]+)\s*:\s*/, '$1:'));
  return id?.id ?? territoryOfCode('COM', text);
}
