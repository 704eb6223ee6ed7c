import { createRequire } from 'node:module';
import type { OfficialPostcodes } from './finding-draft.ts';

const PACKAGE = '@etalab/decoupage-administratif';

/** The version of the file of communes, to tell whether postcodes may have changed. */
export function postcodesVersion(): string {
  const { version } = createRequire(import.meta.url)(`${PACKAGE}/package.json`) as { version: string };
  return version;
}

/**
 * Postcodes of every commune of France. Source: La Poste and INSEE, through the npm package
 * `@etalab/decoupage-administratif` (Licence Ouverte).
 */
export function officialPostcodes(): OfficialPostcodes {
  const require = createRequire(import.meta.url);
  const communes = (
    require(`${PACKAGE}/data/communes.json`) as {
      code: string;
      type: string;
      departement?: string;
      codesPostaux?: string[];
    }[]
  ).filter(({ type }) => type === 'commune-actuelle');
  const byCommune = new Map(communes.map((commune) => [`COM:${commune.code}`, commune]));
  const departments = new Map<string, Set<string>>();
  for (const { departement = '', codesPostaux = [] } of communes) {
    for (const postcode of codesPostaux) {
      const known = departments.get(postcode) ?? new Set();
      departments.set(postcode, known.add(departement));
    }
  }
  return {
    of: (id) => byCommune.get(id)?.codesPostaux ?? [],
    departmentsOf: (postcode) => [...(departments.get(postcode) ?? [])],
    departmentOf: (id) => byCommune.get(id)?.departement ?? null,
  };
}
