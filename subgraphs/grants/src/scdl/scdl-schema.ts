import type { TableColumn } from './table-column.ts';

/**
 * The columns of a file of grants, as the « Socle commun des données locales » lays them down, in our words. Source:
 * OpenDataFrance, SCDL « Subventions » 2.1.1 (28 September 2023), after the arrêté of 17 November 2017
 * (JORFTEXT000036040528); https://gitlab.com/opendatafrance/scdl/subventions.
 */
export const SCDL_VERSION = '2.1.1';

export const SCDL_COLUMNS = [
  {
    name: 'nomAttribuant',
    type: 'string',
    description: 'Nom officiel de la collectivité qui attribue la subvention.',
    constraints: { required: true },
  },
  {
    name: 'idAttribuant',
    type: 'string',
    description: 'Son SIRET.',
    constraints: { required: true, pattern: '^\\d{14}$' },
    siret: true,
  },
  {
    name: 'dateConvention',
    type: 'date',
    description: 'Jour de la convention ; sans convention signée, celui de la décision.',
    constraints: { required: true },
  },
  {
    name: 'referenceDecision',
    type: 'string',
    description: 'Référence de la décision d’attribution.',
    constraints: {},
  },
  {
    name: 'nomBeneficiaire',
    type: 'string',
    description: 'Nom de la structure bénéficiaire.',
    constraints: { required: true },
  },
  {
    name: 'idBeneficiaire',
    type: 'string',
    description: 'Son SIRET ; vide pour une association que seul son numéro RNA désigne.',
    constraints: {},
    siret: true,
  },
  {
    name: 'rnaBeneficiaire',
    type: 'string',
    description: 'Son numéro au répertoire national des associations.',
    constraints: { pattern: '^W\\d{9}$' },
  },
  {
    name: 'objet',
    type: 'string',
    description: 'Titre du projet.',
    constraints: { required: true, maxLength: 256 },
  },
  {
    name: 'montant',
    type: 'number',
    description: 'Montant attribué, en euros.',
    constraints: { required: true },
  },
  {
    name: 'nature',
    type: 'string',
    description: 'En argent, en nature, ou les deux.',
    constraints: {
      required: true,
      enum: [
        'aide en numéraire',
        'aide en nature',
        'aide en numéraire;aide en nature',
        'aide en nature;aide en numéraire',
      ],
    },
  },
  {
    name: 'conditionsVersement',
    type: 'string',
    description: '« unique », « échelonné », ou une phrase.',
    constraints: { required: true, maxLength: 256 },
  },
  {
    name: 'datesPeriodeVersement',
    type: 'string',
    description: 'Jour du versement, ou premier et dernier jours séparés par une barre oblique.',
    constraints: { required: true, pattern: '^\\d{4}-\\d{2}-\\d{2}(/\\d{4}-\\d{2}-\\d{2})?$' },
  },
  {
    name: 'idRAE',
    type: 'string',
    description: 'Numéro au répertoire des aides aux entreprises ; vide ici.',
    constraints: { maxLength: 5 },
  },
  {
    name: 'notificationUE',
    type: 'boolean',
    description: 'Aide de minimis notifiée à la Commission européenne : « oui » ou « non ».',
    constraints: { required: true },
  },
  {
    name: 'pourcentageSubvention',
    type: 'number',
    description: 'Part de la subvention qui revient à ce bénéficiaire : 1 quand il est seul.',
    constraints: { required: true, minimum: 0.01, maximum: 1 },
  },
  {
    name: 'dispositifAide',
    type: 'string',
    description: 'Dispositif d’aide ; ici l’édition de l’appel à projets.',
    constraints: {},
  },
] as const satisfies readonly TableColumn[];

export type ScdlColumn = (typeof SCDL_COLUMNS)[number]['name'];
/** A line of the file: text as it is written, empty where there is nothing. */
export type ScdlRow = Readonly<Record<ScdlColumn, string>>;

/** The schema as a Table Schema, for whoever checks the files. */
export const SCDL_TABLE_SCHEMA = {
  $schema: 'https://frictionlessdata.io/schemas/table-schema.json',
  name: 'subventions',
  title: 'Subventions (SCDL)',
  version: SCDL_VERSION,
  homepage: 'https://schema.data.gouv.fr/scdl/subventions/',
  fields: SCDL_COLUMNS.map(({ name, type, description, constraints }) => ({
    name,
    type,
    description,
    ...(type === 'boolean' ? { trueValues: ['oui'], falseValues: ['non'] } : {}),
    constraints,
  })),
};
