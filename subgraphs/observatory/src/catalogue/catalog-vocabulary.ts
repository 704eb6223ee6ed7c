/** Addresses of public code lists that European and French catalogues share. */
const EUROPE = 'http://publications.europa.eu/resource/authority';
const INSEE = 'http://id.insee.fr/geo';

export const FRENCH = `${EUROPE}/language/FRA`;
export const PUBLIC_ACCESS = `${EUROPE}/access-right/PUBLIC`;
export const STABLE = `${EUROPE}/planned-availability/STABLE`;
export const THEMES = [`${EUROPE}/data-theme/ECON`, `${EUROPE}/data-theme/SOCI`];
export const fileTypeUri = (code: string) => `${EUROPE}/file-type/${code}`;
export const mediaTypeUri = (type: string) => `https://www.iana.org/assignments/media-types/${type}`;

const FREQUENCIES: Readonly<Record<string, string>> = {
  Annuelle: 'ANNUAL',
  Semestrielle: 'ANNUAL_2',
  Trimestrielle: 'QUARTERLY',
  Mensuelle: 'MONTHLY',
};

/** Anything that is said in other words happens when it happens. */
export const frequencyUri = (words: string) => `${EUROPE}/frequency/${FREQUENCIES[words] ?? 'IRREG'}`;

/** Under these addresses data.gouv.fr knows the licences. */
const LICENCES: Readonly<Record<string, string>> = {
  'Licence Ouverte': 'https://www.etalab.gouv.fr/licence-ouverte-open-licence',
  ODbL: 'http://opendatacommons.org/licenses/odbl/summary/',
};

/** Address of a licence, null when nobody gave one: reuse is then not allowed by default. */
export const licenceUri = (words: string): string | null => LICENCES[words] ?? null;

const TERRITORIES: Readonly<Record<string, (code: string) => string>> = {
  COM: (code) => `${INSEE}/commune/${code}`,
  DEP: (code) => `${INSEE}/departement/${code}`,
  REG: (code) => `${INSEE}/region/${code}`,
};

/** Address of a territory at Insee, null for those that have none there. */
export function territoryUri(id: string): string | null {
  const [prefix = '', code = ''] = id.split(':');
  return TERRITORIES[prefix]?.(code) ?? null;
}

/** Terms of the documents; harvesters must not have to fetch a context. */
export const CONTEXT = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

export const uri = (id: string) => ({ '@id': id });
export const french = (text: string) => ({ '@value': text, '@language': 'fr' });
export const typed = (type: 'date' | 'dateTime' | 'gYear', text: string) => ({
  '@value': text,
  '@type': `xsd:${type}`,
});
