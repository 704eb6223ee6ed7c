import type { SourceRecord } from '@graphess/provenance';

/** Where the populations of territories come from. */
export const POPULATION_SOURCE: SourceRecord = {
  id: 'insee-populations-legales',
  producer: 'Insee',
  title: 'Code officiel géographique et populations municipales',
  document: 'Paquet npm @etalab/decoupage-administratif',
  vintage: null,
  url: 'https://www.insee.fr/fr/information/2560452',
  accessedOn: null,
  publishedOn: null,
  licence: 'Licence Ouverte',
  citation:
    'Insee, code officiel géographique et populations municipales, repris du paquet @etalab/decoupage-administratif.',
};

/** Where the centres of communes come from. */
export const CENTROID_SOURCE: SourceRecord = {
  id: 'ign-admin-express-2018',
  producer: 'IGN',
  title: 'Admin Express, contours simplifiés des communes',
  document: 'France GeoJSON',
  vintage: '2018',
  url: 'https://github.com/gregoiredavid/france-geojson',
  accessedOn: null,
  publishedOn: null,
  licence: 'Licence Ouverte',
  citation:
    'IGN, Admin Express (2018), contours simplifiés par France GeoJSON ; centres calculés par Graph’ESS.',
};

export const TERRITORY_SOURCES: readonly SourceRecord[] = [POPULATION_SOURCE, CENTROID_SOURCE];
