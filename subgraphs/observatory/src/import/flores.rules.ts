import { prefixOfLevel, territoryOfCode } from './territory-code.rules.ts';

export type FloresLevel = 'A5' | 'A17' | 'A38' | 'A88';

/** The level of activities that the name of a file tells: `DS_FLORES_A38_2024_data.csv` is of the A38. */
export function floresLevelOf(fileName: string): FloresLevel | null {
  const level = /(?:^|[^A-Za-z0-9])(A5|A17|A38|A88)(?=[^A-Za-z0-9]|$)/i.exec(fileName)?.[1];
  return (level?.toUpperCase() as FloresLevel | undefined) ?? null;
}

/**
 * The id of a territory of FLORES: a code with its level beside it (`92050`, `COM`), or both in one
 * (`2024-COM-92050`); five characters alone are a commune. Other levels (employment zones, catchment areas, France…)
 * are not kept.
 */
export function territoryOfFlores(geo: string, level: string): string | 'LEVEL_NOT_KEPT' | 'MALFORMED' {
  const [, ownLevel, ownCode] = /^\d{4}-([A-Z0-9]+)-(\w+)$/.exec(geo) ?? [];
  const prefix = prefixOfLevel(
    (ownLevel ?? (level === '' && geo.length === 5 ? 'COM' : level)).toLowerCase(),
  );
  if (prefix === null) return 'LEVEL_NOT_KEPT';
  return territoryOfCode(prefix, ownCode ?? geo) ?? 'MALFORMED';
}
