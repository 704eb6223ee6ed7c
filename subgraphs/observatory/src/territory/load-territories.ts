import { createRequire } from 'node:module';
import {
  fingerprintOf,
  type LoadReport,
  type LoadSettings,
  loadUnlessSame,
  upsertRows,
} from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { CENTROIDS } from './centroids.ts';
import { retireOthers } from './retire-territories.ts';
import {
  type CogGroup,
  type CogPlace,
  cogYearOf,
  linksOf,
  type TerritoryLinkRow,
} from './territory.rules.ts';

const PACKAGE = '@etalab/decoupage-administratif';

type CogCommune = CogPlace & { type: string; region: string; population?: number };
type CogDepartment = { code: string; nom: string; region: string };
type CogRegion = { code: string; nom: string };

/**
 * Loads every commune, EPCI, EPT, département and région of France, and which lies in which. Territories that the code no
 * longer has are retired, and stay until `deleteRetiredTerritories`.
 * Source: INSEE, code officiel géographique, through the npm package `@etalab/decoupage-administratif` (Licence Ouverte).
 */
export async function loadTerritories(db: EntityManager, settings: LoadSettings): Promise<LoadReport[]> {
  const require = createRequire(import.meta.url);
  const { version } = require(`${PACKAGE}/package.json`) as { version: string };
  const cogYear = cogYearOf(version);
  const area = `DEP:${settings.area}`;
  return loadUnlessSame(
    db,
    { name: 'territories', fingerprint: fingerprintOf(version, area, CENTROIDS) },
    settings,
    async (tx) => {
      settings.onProgress('Chargement des communes, intercommunalités, départements et régions de France…');
      const read = <Row>(file: string) => require(`${PACKAGE}/data/${file}.json`) as Row[];
      const communes = read<CogCommune>('communes').filter(({ type }) => type === 'commune-actuelle');
      const epts = read<CogGroup>('ept');
      const epcis = read<CogGroup>('epci');
      const departments = read<CogDepartment>('departements');
      const regions = read<CogRegion>('regions');

      const population = populationsOf(communes);
      const row = rowsOf(cogYear);
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
