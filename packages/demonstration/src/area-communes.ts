import { createRequire } from 'node:module';

type CogCommune = { code: string; nom: string; type: string; departement?: string; population?: number };

/** A commune of an area. `population` is the municipal population of the INSEE vintage in the package, 0 where it has none. */
export type AreaCommune = { id: string; name: string; population: number };

/**
 * Today's communes of a département (`92`, `2A`, `971`), in the order of their codes; none for an unknown code.
 * Source: INSEE, code officiel géographique, through the npm package `@etalab/decoupage-administratif` (Licence Ouverte).
 */
export function communesOfArea(area: string): AreaCommune[] {
  const require = createRequire(import.meta.url);
  const communes = require('@etalab/decoupage-administratif/data/communes.json') as CogCommune[];
  return communes
    .filter(({ type, departement }) => type === 'commune-actuelle' && departement === area)
    .map(({ code, nom, population }) => ({ id: `COM:${code}`, name: nom, population: population ?? 0 }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
