import type { Dataset } from './dataset.entity.ts';

/** A dataset as it is declared; when it is published next is for its producer to say. */
export type DeclaredDataset = Omit<Dataset, 'nextReleaseOn'>;

export const DEMONSTRATION_DATASET = 'ESS-DEMO';

/** The dataset of the figures that an area's documents give. */
export const documentsDatasetOf = (area: string) => `ESS-PANORAMA-${area}`;

/** Datasets that a producer may publish, known before they have a vintage. */
const STATISTICAL: readonly DeclaredDataset[] = [
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

/** The datasets of an area. `documentProducers` are those whose documents give figures; none, and there is no such dataset. */
export function declaredDatasets(
  area: string,
  documentProducers: readonly string[],
  demonstration: boolean,
): DeclaredDataset[] {
  const documents: DeclaredDataset = {
    code: documentsDatasetOf(area),
    title: 'Chiffres de l’ESS donnés par les documents publiés',
    licence: 'Non indiquée',
    producer: documentProducers.join(', '),
    updateFrequency: 'À chaque nouveau document',
    isDemonstration: false,
  };
  const invented: DeclaredDataset = {
    code: DEMONSTRATION_DATASET,
    title: 'Chiffres inventés pour la démonstration',
    licence: 'Sans objet',
    producer: 'Graph’ESS',
    updateFrequency: 'Une fois, au premier chargement',
    isDemonstration: true,
  };
  return [
    ...STATISTICAL,
    ...(documentProducers.length > 0 ? [documents] : []),
    ...(demonstration ? [invented] : []),
  ];
}
