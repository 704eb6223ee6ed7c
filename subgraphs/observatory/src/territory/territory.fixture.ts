import { upsertRows } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { type CogCommune, readCommunes, readGroups } from './cog.ts';
import { rebuildGeography } from './rebuild-geography.ts';
import { linksOf } from './territory.rules.ts';

/** Inserts some communes of France, the EPT wholly made of them, and the départements and régions that they lie in. */
export async function insertTerritories(
  db: EntityManager,
  isKept: (commune: CogCommune) => boolean,
): Promise<void> {
  const communes = readCommunes().filter(isKept);
  const groups = readGroups();
  const codes = new Set(communes.map(({ code }) => code));
  const epts = groups.epts.filter(({ membres }) => membres.every(({ code }) => codes.has(code)));
  const holdsSome = (level: 'departement' | 'region') => (place: { code: string }) =>
    communes.some((commune) => commune[level] === place.code);
  const departments = groups.departments.filter(holdsSome('departement'));
  const regions = groups.regions.filter(holdsSome('region'));
  const named = (prefix: string, level: string, places: readonly { code: string; nom: string }[]) =>
    places.map(({ code, nom }) => ({ id: `${prefix}:${code}`, name: nom, level, population: null }));
  await upsertRows(
    db,
    'territory',
    ['id'],
    [
      ...communes.map(({ code, nom, population }) => ({
        id: `COM:${code}`,
        name: nom,
        level: 'COMMUNE',
        population: population ?? null,
      })),
      ...named('EPT', 'EPT', epts),
      ...named('DEP', 'DEPARTMENT', departments),
      ...named('REG', 'REGION', regions),
    ],
  );
  const links = linksOf({ communes, epts, epcis: [], departments });
  await upsertRows(db, 'territory_link', ['part', 'whole'], links);
  await rebuildGeography(db, communes);
}
