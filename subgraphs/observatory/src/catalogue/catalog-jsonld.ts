import type { CatalogDataset, CatalogOptions } from './catalog-dataset.ts';
import {
  CONTEXT,
  FRENCH,
  french,
  frequencyUri,
  THEMES,
  territoryUri,
  typed,
  uri,
} from './catalog-vocabulary.ts';
import { datasetNode } from './dataset-jsonld.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * The catalogue in DCAT-AP 3 (https://semiceu.github.io/DCAT-AP/releases/3.0.0/), as JSON-LD that data.gouv.fr harvests
 * (https://doc.data.gouv.fr/moissonnage/dcat/). What was invented for the demonstration is not in it: nobody must harvest
 * it as a figure. The same datasets give the same document, whenever it is made.
 */
export function catalogOf(datasets: readonly CatalogDataset[], options: CatalogOptions): Json {
  const { publicUrl, title, publisher } = options;
  const real = datasets.filter(({ isDemonstration }) => !isDemonstration);
  const modified = latest(real.map((dataset) => dataset.modified));
  const publisherId = `${publicUrl}/catalog.jsonld#publisher`;
  return {
    '@context': CONTEXT,
    '@graph': [
      {
        '@id': `${publicUrl}/catalog.jsonld`,
        '@type': 'dcat:Catalog',
        'dct:title': french(title),
        'dct:description': french(
          'Statistiques de l’économie sociale et solidaire par territoire : chaque valeur a sa source, et ce que le secret statistique protège est masqué.',
        ),
        'dct:publisher': uri(publisherId),
        'dct:language': uri(FRENCH),
        'foaf:homepage': uri(publicUrl),
        ...(modified !== null && { 'dct:modified': typed('dateTime', modified) }),
        'dct:spatial': spatialOf(real.flatMap(({ territories }) => territories)),
        'dcat:dataset': real.map(({ code }) => uri(`${publicUrl}/datasets/${code}`)),
        'dcat:service': uri(`${publicUrl}/graphql`),
      },
      {
        '@id': publisherId,
        '@type': 'foaf:Agent',
        'foaf:name': publisher.name,
        ...(publisher.url !== null && { 'foaf:homepage': uri(publisher.url) }),
      },
      {
        '@id': `${publicUrl}/graphql`,
        '@type': 'dcat:DataService',
        'dct:title': french('API GraphQL'),
        'dct:description': french('Les mêmes valeurs, par requêtes : séries, révisions, provenance.'),
        'dcat:endpointURL': uri(`${publicUrl}/graphql`),
        'dct:conformsTo': uri('https://spec.graphql.org/'),
        'dct:publisher': uri(publisherId),
        'dcat:servesDataset': real.map(({ code }) => uri(`${publicUrl}/datasets/${code}`)),
        'dcat:contactPoint': contactOf(options),
      },
      ...real.flatMap((dataset) =>
        datasetNode(dataset, {
          publicUrl,
          'dct:publisher': uri(publisherId),
          'dcat:contactPoint': contactOf(options),
          'dct:spatial': spatialOf(dataset.territories),
          'dcat:theme': THEMES.map(uri),
          'dct:accrualPeriodicity': uri(frequencyUri(dataset.updateFrequency)),
        }),
      ),
    ],
  };
}

/** Places with their address at Insee when they have one, and their name. */
function spatialOf(territories: readonly { id: string; name: string }[]): Json[] {
  const each = new Map(territories.map((territory) => [territory.id, territory]));
  return [...each.values()].map(({ id, name }) => {
    const address = territoryUri(id);
    return {
      ...(address !== null && { '@id': address }),
      '@type': 'dct:Location',
      'skos:prefLabel': french(name),
      'dct:identifier': id,
    };
  });
}

const contactOf = ({ contact: { name, email, url } }: CatalogOptions): Json => ({
  '@type': 'vcard:Organization',
  'vcard:fn': name,
  ...(email !== null && { 'vcard:hasEmail': uri(`mailto:${email}`) }),
  ...(url !== null && { 'vcard:hasURL': uri(url) }),
});

const latest = (instants: readonly (string | null)[]): string | null =>
  instants
    .filter((instant) => instant !== null)
    .reduce<string | null>(
      (found, instant) => (found === null || Date.parse(instant) > Date.parse(found) ? instant : found),
      null,
    );
