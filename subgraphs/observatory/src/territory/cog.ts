import { createRequire } from 'node:module';
import { type CogGroup, type CogPlace, cogYearOf } from './territory.rules.ts';

const PACKAGE = '@etalab/decoupage-administratif';

export type CogCommune = CogPlace & {
  type: string;
  population?: number;
  /** Codes that the commune had, and those of communes that were merged into it. */
  anciensCodes?: readonly string[];
};
type CogDepartment = { code: string; nom: string; region: string };
type CogRegion = { code: string; nom: string };

/** Version of the npm package that the geography is loaded from, and the year of its official geographic code. */
export function cogVersion(): { version: string; year: number } {
  const { version } = createRequire(import.meta.url)(`${PACKAGE}/package.json`) as { version: string };
  return { version, year: cogYearOf(version) };
}

/** A file of the package. Source: INSEE, code officiel géographique (Licence Ouverte). */
function read<Row>(file: string): Row[] {
  return createRequire(import.meta.url)(`${PACKAGE}/data/${file}.json`) as Row[];
}

/** The communes that exist; delegated and associated ones and arrondissements of towns are left out. */
export function readCommunes(): CogCommune[] {
  return read<CogCommune>('communes').filter(({ type }) => type === 'commune-actuelle');
}

export function readGroups() {
  return {
    epts: read<CogGroup>('ept'),
    epcis: read<CogGroup>('epci'),
    departments: read<CogDepartment>('departements'),
    regions: read<CogRegion>('regions'),
  };
}
