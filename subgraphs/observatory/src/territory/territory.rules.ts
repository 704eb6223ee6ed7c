/** A commune as the official geographic code gives it. */
export type CogPlace = { code: string; nom: string; departement: string; region: string };
/** An EPT or an EPCI and its member communes. */
export type CogGroup = {
  code: string;
  nom: string;
  populationMunicipale?: number;
  membres: readonly { code: string }[];
};
export type TerritoryLinkRow = { part: string; whole: string; partial: boolean };

/** Year of the official geographic code, and of the populations, that a major version of its npm package carries. */
const COG_YEAR_OF_MAJOR: Readonly<Record<string, number>> = { 6: 2026 };

/** The year of the official geographic code in a version (`6.0.0`) of its npm package. Throws RangeError when unknown. */
export function cogYearOf(version: string): number {
  const [major = ''] = version.split('.');
  const year = COG_YEAR_OF_MAJOR[major];
  if (year === undefined) {
    throw new RangeError(
      `@etalab/decoupage-administratif ${version} is of an unknown year: add "${major}: <year>" to COG_YEAR_OF_MAJOR in territory.rules.ts`,
    );
  }
  return year;
}

/**
 * Every pair of territories that share a commune, the smaller level inside the larger. A commune lies wholly in its EPT,
 * EPCI, département and région; a group lies wholly in a département or a région when all its communes do.
 */
export function linksOf(cog: {
  communes: readonly CogPlace[];
  epts: readonly CogGroup[];
  epcis: readonly CogGroup[];
  departments: readonly { code: string; region: string }[];
}): TerritoryLinkRow[] {
  const communeByCode = new Map(cog.communes.map((commune) => [commune.code, commune]));
  const links: TerritoryLinkRow[] = [];
  for (const { code, departement, region } of cog.communes) {
    links.push(whole(`COM:${code}`, `DEP:${departement}`), whole(`COM:${code}`, `REG:${region}`));
  }
  for (const { code, region } of cog.departments) links.push(whole(`DEP:${code}`, `REG:${region}`));
  for (const [prefix, groups] of [
    ['EPT', cog.epts],
    ['EPCI', cog.epcis],
  ] as const) {
    for (const group of groups) {
      const id = `${prefix}:${group.code}`;
      const members = group.membres.flatMap(({ code }) => communeByCode.get(code) ?? []);
      for (const { code } of members) links.push(whole(`COM:${code}`, id));
      links.push(
        ...spread(
          id,
          members.map(({ departement }) => `DEP:${departement}`),
        ),
      );
      links.push(
        ...spread(
          id,
          members.map(({ region }) => `REG:${region}`),
        ),
      );
    }
  }
  const epcis = new Map(
    cog.epcis.flatMap((epci) => epci.membres.map(({ code }) => [code, `EPCI:${epci.code}`])),
  );
  for (const ept of cog.epts) {
    links.push(
      ...spread(
        `EPT:${ept.code}`,
        ept.membres.flatMap(({ code }) => epcis.get(code) ?? []),
      ),
    );
  }
  return links;
}

function whole(part: string, wholeId: string): TerritoryLinkRow {
  return { part, whole: wholeId, partial: false };
}

/** One link for each distinct place that members lie in, partial as soon as there are two. */
function spread(part: string, places: readonly string[]): TerritoryLinkRow[] {
  const distinct = [...new Set(places)];
  return distinct.map((place) => ({ part, whole: place, partial: distinct.length > 1 }));
}
