import { type GlobalId, parseId, type TERRITORY_PREFIXES } from './global-id.ts';

type TerritoryPrefix = (typeof TERRITORY_PREFIXES)[number];

/** The global id of a territory, which is also the territory's `code` in the graph. */
export type TerritoryId = GlobalId<TerritoryPrefix>;

const LEVEL_BY_PREFIX = {
  COM: 'COMMUNE',
  EPCI: 'EPCI',
  EPT: 'EPT',
  DEP: 'DEPARTMENT',
  REG: 'REGION',
} as const satisfies Record<TerritoryPrefix, string>;

/** Levels that have ids, a part of the graph's `TerritoryLevel`. */
export type TerritoryIdLevel = (typeof LEVEL_BY_PREFIX)[TerritoryPrefix];

export interface ParsedTerritoryId {
  readonly id: TerritoryId;
  readonly level: TerritoryIdLevel;
  /** The bare official code (`92050`, a SIREN for EPCI and EPT): the id without its prefix. */
  readonly code: string;
}

/** Level and official code of a territory's id, or null when `text` is not one in canonical form. Never throws. */
export function parseTerritoryId(text: string): ParsedTerritoryId | null {
  const parsed = parseId(text);
  if (parsed === null || !isTerritoryPrefix(parsed.prefix)) return null;
  return { id: parsed.id as TerritoryId, level: LEVEL_BY_PREFIX[parsed.prefix], code: parsed.key };
}

/** Whether `text` is the canonical id of a territory; its existence is not judged. */
export function isTerritoryId(text: string): text is TerritoryId {
  return parseTerritoryId(text) !== null;
}

function isTerritoryPrefix(prefix: string): prefix is TerritoryPrefix {
  return Object.hasOwn(LEVEL_BY_PREFIX, prefix);
}
