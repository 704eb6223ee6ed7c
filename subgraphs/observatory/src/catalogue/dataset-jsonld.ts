import { dimensionOf } from '../cube/dimension.catalogue.ts';
import { indicatorOf } from '../indicator/indicator.catalogue.ts';
import type { CatalogDataset } from './catalog-dataset.ts';
import {
  FRENCH,
  fileTypeUri,
  french,
  licenceUri,
  mediaTypeUri,
  PUBLIC_ACCESS,
  STABLE,
  typed,
  uri,
} from './catalog-vocabulary.ts';
import { DISTRIBUTION_FORMATS, type DistributionFormat } from './distribution-formats.ts';

type Json = Readonly<Record<string, unknown>>;

const KEYWORDS = ['économie sociale et solidaire', 'ESS', 'statistiques', 'emploi'];

/** A dataset and its distributions; `shared` is what the catalogue gives all of them. */
export function datasetNode(dataset: CatalogDataset, shared: Json & { publicUrl: string }): Json[] {
  const { publicUrl, ...properties } = shared;
  const id = `${publicUrl}/datasets/${dataset.code}`;
  return [
    {
      '@id': id,
      '@type': 'dcat:Dataset',
      'dct:identifier': dataset.code,
      'dct:title': french(dataset.title),
      'dct:description': french(descriptionOf(dataset)),
      'dct:creator': { '@type': 'foaf:Agent', 'foaf:name': dataset.producer },
      'dct:language': uri(FRENCH),
      'dct:accessRights': uri(PUBLIC_ACCESS),
      'dcat:landingPage': uri(id),
      'dct:conformsTo': standard(`${id}/schema.json`, 'Table Schema'),
      'dcat:keyword': [...KEYWORDS, ...dataset.dimensions.map((code) => dimensionOf(code).label)].map(french),
      ...datesOf(dataset),
      ...temporalOf(dataset),
      'dcat:distribution': DISTRIBUTION_FORMATS.map(({ key }) => uri(`${id}#${key}`)),
      ...properties,
    },
    ...DISTRIBUTION_FORMATS.map((format) => distributionNode(id, dataset, format)),
  ];
}

function distributionNode(id: string, dataset: CatalogDataset, format: DistributionFormat): Json {
  const { key, title, writer, query, fileType, mediaType, isTable } = format;
  return {
    '@id': `${id}#${key}`,
    '@type': 'dcat:Distribution',
    'dct:identifier': `${dataset.code}#${key}`,
    'dct:title': french(`${dataset.title} — ${title}`),
    'dct:description': french(`Toutes les valeurs publiques du jeu, au format ${title}.`),
    'dcat:accessURL': uri(id),
    'dcat:downloadURL': uri(`${id}.${writer.extension}${query}`),
    'dct:format':
      fileType === null
        ? { '@type': 'dct:MediaTypeOrExtent', 'rdfs:label': writer.extension }
        : uri(fileTypeUri(fileType)),
    ...(mediaType !== null && { 'dcat:mediaType': uri(mediaTypeUri(mediaType)) }),
    ...(isTable && { 'dct:conformsTo': uri(`${id}/schema.json`) }),
    'dct:language': uri(FRENCH),
    'dcatap:availability': uri(STABLE),
    ...licenceOf(dataset),
    ...datesOf(dataset),
  };
}

/** Without a licence that has an address, what is known of the rights is said in words. */
function licenceOf({ licence }: CatalogDataset): Json {
  const address = licenceUri(licence);
  return address === null
    ? { 'dct:rights': { '@type': 'dct:RightsStatement', 'rdfs:label': french(`Licence : ${licence}`) } }
    : { 'dct:license': uri(address) };
}

const standard = (id: string, title: string): Json => ({
  '@id': id,
  '@type': 'dct:Standard',
  'dct:title': title,
});

const datesOf = ({ issued, modified }: CatalogDataset): Json => ({
  ...(issued !== null && { 'dct:issued': typed('dateTime', issued) }),
  ...(modified !== null && { 'dct:modified': typed('dateTime', modified) }),
});

/** A node without an address: data.gouv.fr would fetch one that has. */
const temporalOf = ({ firstYear, lastYear }: CatalogDataset): Json =>
  firstYear === null || lastYear === null
    ? {}
    : {
        'dct:temporal': {
          '@type': 'dct:PeriodOfTime',
          'dcat:startDate': typed('date', `${firstYear}-01-01`),
          'dcat:endDate': typed('date', `${lastYear}-12-31`),
        },
      };

function descriptionOf({ title, producer, indicators, dimensions, updateFrequency }: CatalogDataset): string {
  const labels = indicators.map((code) => indicatorOf(code)?.label ?? code);
  const details = dimensions.map((code) => dimensionOf(code).label.toLocaleLowerCase('fr'));
  return [
    `${title}.`,
    `Producteur : ${producer}.`,
    labels.length > 0 && `Indicateurs : ${labels.join(' ; ')}.`,
    details.length > 0 && `Détail par ${details.join(', ')}.`,
    `Mise à jour : ${updateFrequency.toLocaleLowerCase('fr')}.`,
    'Chaque valeur a un statut et une source. Une valeur protégée par le secret statistique est masquée (statut SUPPRESSED) : elle n’est ni nulle ni manquante.',
  ]
    .filter((sentence) => sentence !== false)
    .join(' ');
}
