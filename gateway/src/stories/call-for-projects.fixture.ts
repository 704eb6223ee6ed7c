/** A fifth edition, invented: 20 000 € in all, 15 000 € a project at most. */
export function aFifthEdition(): Record<string, unknown> {
  return {
    edition: 5,
    title: 'Appel à projets PROGR’ESS – 5e édition (2026)',
    launchYear: 2026,
    awardYear: 2026,
    themes: [{ code: 'MOBILITE', label: 'Mobilité' }],
    milestones: [
      { code: 'LAUNCH', label: 'Lancement', precision: 'DAY', value: '2026-03-01' },
      { code: 'DEADLINE', label: 'Clôture', precision: 'DAY', value: '2026-03-31' },
      { code: 'RESULTS', label: 'Annonce des lauréats', precision: 'END_OF_MONTH', value: '2026-05' },
    ],
    envelopeCents: 2_000_000,
    maxPerProjectCents: 1_500_000,
    supportPartners: ['ORG:france-active-metropole'],
    eligibility: {
      openTo: 'ASSOCIATIONS',
      actionWithin: 'DEP:92',
      rules: [
        { code: 'LEGAL_FORM', label: 'Forme juridique', description: 'Être une association.' },
        { code: 'REQUESTED_AMOUNT', label: 'Montant', description: '15 000 € au plus.' },
        { code: 'THEMES', label: 'Thématiques', description: 'La mobilité.' },
        { code: 'ACTION_TERRITORY', label: 'Territoire', description: 'Les Hauts-de-Seine.' },
      ],
    },
    criteria: [
      {
        code: 'IMPACT',
        label: 'Utilité sociale',
        description: 'Ce que le projet change.',
        weight: 3,
        maxScore: 5,
      },
      { code: 'FEASIBILITY', label: 'Faisabilité', description: 'Ses moyens.', weight: 2, maxScore: 5 },
    ],
    reports: [
      { code: 'INTERIM', label: 'Compte rendu intermédiaire', monthsAfter: 6 },
      { code: 'FINAL', label: 'Compte rendu financier', monthsAfter: 12 },
    ],
  };
}

type Changed = {
  readonly structure?: Record<string, unknown>;
  readonly project?: Record<string, unknown>;
  readonly requestedCents?: number;
};

/** A form that may be filed under that edition, of a project that costs as much again as it asks. */
export function aProject({ structure, project, requestedCents = 900_000 }: Changed = {}) {
  return {
    structure: {
      ...{
        name: 'BicyclAide',
        siret: '73282932000074',
        legalForm: '9220',
        address: '1 rue du Vélo, 92400 Courbevoie',
      },
      contact: { name: 'Claude Exemple', email: 'claude@example.org' },
      ...structure,
    },
    administration: { approvals: [], paysBusinessTaxes: false },
    means: { volunteers: 40, employees: 3, fullTimeEquivalents: 2.5, members: 120 },
    organizationBudget: {
      year: 2026,
      lines: [
        { account: '64', label: 'Salaires', cents: 9_000_000 },
        { account: '74', label: 'Subventions', cents: 9_000_000 },
      ],
    },
    project: {
      ...{ title: 'La vélo-école du quartier', summary: 'Des cours au pied des immeubles.' },
      ...{
        objectives: 'Apprendre à rouler.',
        description: 'Deux cours par semaine.',
        beneficiaries: 'Cent habitants.',
      },
      ...{
        territories: ['COM:92026'],
        startsOn: '2026-04-01',
        endsOn: '2026-12-31',
        evaluation: 'Présence.',
      },
      ...{ indicators: ['Nombre de cours'], requestedCents, fundedItems: 'Des vélos.' },
      ...project,
    },
    projectBudget: {
      lines: [
        { account: '60', label: 'Vélos', cents: 2 * requestedCents },
        { account: '74', label: 'Département', cents: requestedCents },
        { account: '70', label: 'Adhésions', cents: requestedCents },
      ],
    },
    themes: ['MOBILITE'],
    attestations: { declarationsUpToDate: true, republicanCommitment: true, rightToRepresent: true },
  };
}
