import type { CatalogDataset, CatalogOptions } from './catalog-dataset.ts';

export const FLORES: CatalogDataset = {
  code: 'ESS-FLORES',
  title: 'Établissements et postes salariés de l’ESS (Flores)',
  licence: 'Licence Ouverte',
  producer: 'Insee',
  updateFrequency: 'Annuelle',
  isDemonstration: false,
  indicators: ['ESS_JOBS', 'ESS_JOBS_SHARE', 'ESS_PAYROLL'],
  dimensions: ['ESS_FAMILY', 'SECTOR_A17'],
  territories: [
    { id: 'DEP:92', name: 'Hauts-de-Seine' },
    { id: 'EPT:200057990', name: 'Boucle Nord de Seine' },
  ],
  firstYear: 2018,
  lastYear: 2023,
  issued: '2025-01-06T00:00:00Z',
  modified: '2026-01-06T00:00:00Z',
};

/** A dataset of documents: no licence told, no year, nothing published yet. */
export const PANORAMA: CatalogDataset = {
  ...FLORES,
  code: 'ESS-PANORAMA-92',
  title: 'Chiffres de l’ESS donnés par les documents publiés',
  licence: 'Non indiquée',
  updateFrequency: 'À chaque nouveau document',
  dimensions: [],
  firstYear: null,
  lastYear: null,
  issued: null,
  modified: null,
};

export const OPTIONS: CatalogOptions = {
  publicUrl: 'https://ess.exemple.test',
  title: 'L’économie sociale et solidaire en chiffres',
  publisher: { name: 'Graph’ESS', url: null },
  contact: { name: 'L’équipe de Graph’ESS', email: 'contact@exemple.test', url: null },
};
