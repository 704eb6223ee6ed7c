import type { Dataset } from './dataset.entity.ts';
import { type PublisherRecord, publishersOf } from './publisher.record.ts';

/** A dataset as it is declared; when it is published next is for its producer to say. */
export type DeclaredDataset = Omit<Dataset, 'nextReleaseOn' | 'version'>;

export const DEMONSTRATION_DATASET = 'ESS-DEMO';

export const DOCUMENTS_PREFIX = 'ESS-PANORAMA-';

/** The dataset of the figures that an area's documents give. */
export const documentsDatasetOf = (area: string) => `${DOCUMENTS_PREFIX}${area}`;

/** Datasets that a producer may publish, known before they have a vintage. */
const STATISTICAL: readonly Omit<DeclaredDataset, 'publisherIds'>[] = [
  {
    code: 'ESS-FLORES',
    title: 'Établissements et postes salariés de l’ESS (Flores)',
    licence: 'Licence Ouverte',
    producer: 'Insee',
    updateFrequency: 'Annuelle',
    isDemonstration: false,
  },
  {
    code: 'ESS-URSSAF',
    title: 'Établissements employeurs, effectifs et masse salariale de l’ESS (Urssaf)',
    licence: 'ODbL',
    producer: 'Urssaf Caisse nationale',
    updateFrequency: 'Annuelle',
    isDemonstration: false,
  },
];

type Declaring = {
  /** Those whose documents give figures; none, and there is no such dataset. */
  readonly documentProducers: readonly string[];
  readonly publishers: readonly PublisherRecord[];
  readonly demonstration: boolean;
};

/** The datasets of an area. Figures of documents and invented ones come with the load: nobody publishes them. */
export function declaredDatasets(
  area: string,
  { documentProducers, publishers, demonstration }: Declaring,
): DeclaredDataset[] {
  const documents: DeclaredDataset = {
    code: documentsDatasetOf(area),
    title: 'Chiffres de l’ESS donnés par les documents publiés',
    licence: 'Non indiquée',
    producer: documentProducers.join(', '),
    updateFrequency: 'À chaque nouveau document',
    isDemonstration: false,
    publisherIds: [],
  };
  const invented: DeclaredDataset = {
    code: DEMONSTRATION_DATASET,
    title: 'Chiffres inventés pour la démonstration',
    licence: 'Sans objet',
    producer: 'Graph’ESS',
    updateFrequency: 'Une fois, au premier chargement',
    isDemonstration: true,
    publisherIds: [],
  };
  return [
    ...STATISTICAL.map((each) => ({ ...each, publisherIds: publishersOf(publishers, each.code) })),
    ...(documentProducers.length > 0 ? [documents] : []),
    ...(demonstration ? [invented] : []),
  ];
}
