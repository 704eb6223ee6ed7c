import {
  fingerprintOf,
  type LoadReport,
  type LoadSettings,
  loadUnlessSame,
  upsertRows,
} from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { CENTROIDS } from './centroids.ts';
import { type CogCommune, cogVersion, readCommunes, readGroups } from './cog.ts';
import { rebuildGeography } from './rebuild-geography.ts';
import { retireOthers } from './retire-territories.ts';
import { linksOf, type TerritoryLinkRow } from './territory.rules.ts';

/** Changes when the same files and settings must give other rows. */
const READING = 'with former codes';

/**
 * Loads every commune, EPCI, EPT, département and région of France, which lies in which, and the codes they had.
 * Territories that the code no longer has are retired, and stay until `deleteRetiredTerritories`.
 * Source: INSEE, code officiel géographique, through the npm package `@etalab/decoupage-administratif` (Licence Ouverte).
 */
export async function loadTerritories(db: EntityManager, settings: LoadSettings): Promise<LoadReport[]> {
  const { version, year } = cogVersion();
  const area = `DEP:${settings.area}`;
  return loadUnlessSame(
    db,
    { name: 'territories', fingerprint: fingerprintOf(version, area, CENTROIDS, READING) },
    settings,
    async (tx) => {
      settings.onProgress('Chargement des communes, intercommunalités, départements et régions de France…');
      const communes = readCommunes();
      const { epts, epcis, departments, regions } = readGroups();

      const population = populationsOf(communes);
      const row = rowsOf(year);
      const rows = [
        ...communes.map((each) =>
          row('COMMUNE', `COM:${each.code}`, each.nom, each.population ?? null, CENTROIDS[each.code]),
        ),
        ...epts.map((each) => row('EPT', `EPT:${each.code}`, each.nom, each.populationMunicipale ?? null)),
        ...epcis.map((each) => row('EPCI', `EPCI:${each.code}`, each.nom, each.populationMunicipale ?? null)),
        ...departments.map((each) =>
          row('DEPARTMENT', `DEP:${each.code}`, each.nom, population.department.get(each.code) ?? null),
        ),
        ...regions.map((each) =>
          row('REGION', `REG:${each.code}`, each.nom, population.region.get(each.code) ?? null),
        ),
      ];
      const links = linksOf({ communes, epts, epcis, departments });
      await tx.query('DELETE FROM shown_area WHERE territory_id <> $1', [area]);
      const territories = await upsertRows(tx, 'territory', ['id'], rows);
      await retireOthers(
        tx,
        rows.map(({ id }) => id),
      );
      const linked = await replaceLinks(tx, links);
      await upsertRows(tx, 'shown_area', ['territory_id'], [{ territory_id: area }]);
      await rebuildGeography(tx, communes);
      return [territories, linked];
    },
  );
}

function rowsOf(cogYear: number) {
  return (
    level: string,
    id: string,
    name: string,
    population: number | null,
    point?: readonly [number, number],
  ) => ({
    id,
    name,
    level,
    population,
    population_year: population === null ? null : cogYear,
    lon: point?.[0] ?? null,
    lat: point?.[1] ?? null,
  });
}

/** The inhabitants of each département and région; unknown where those of one commune are. */
function populationsOf(communes: readonly CogCommune[]) {
  const sumBy = (keyOf: (commune: CogCommune) => string) =>
    new Map(
      [...Map.groupBy(communes, keyOf)].map(([key, members]) => [
        key,
        members.reduce<number | null>(
          (sum, { population }) => (sum === null || population === undefined ? null : sum + population),
          0,
        ),
      ]),
    );
  return { department: sumBy(({ departement }) => departement), region: sumBy(({ region }) => region) };
}

async function replaceLinks(db: EntityManager, links: readonly TerritoryLinkRow[]): Promise<LoadReport> {
  const report = await upsertRows(db, 'territory_link', ['part', 'whole'], links);
  await db.query(
    `DELETE FROM territory_link link
      WHERE NOT EXISTS (SELECT FROM json_to_recordset($1::json) AS kept(part text, whole text)
                         WHERE kept.part = link.part AND kept.whole = link.whole)`,
    [JSON.stringify(links)],
  );
  return report;
}
