/** The fifth edition as an agent would publish it, invented; `changed` takes the place of what it has. */
export function anEdition(changed: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    edition: 5,
    title: 'Appel à projets PROGR’ESS – 5e édition (2026-2027)',
    launchYear: 2026,
    awardYear: 2027,
    objectives: ['Soutenir les initiatives locales.'],
    contact: null,
    themes: [
      {
        code: 'ALIMENTATION',
        label: 'Alimentation',
        subThemes: [{ code: 'CIRCUITS_COURTS', label: 'Circuits courts' }],
      },
      { code: 'MOBILITE', label: 'Mobilité' },
    ],
    milestones: [
      { code: 'LAUNCH', label: 'Lancement', precision: 'DAY', value: '2026-03-01' },
      { code: 'DEADLINE', label: 'Clôture des candidatures', precision: 'DAY', value: '2026-03-31' },
      { code: 'HEARINGS', label: 'Auditions', precision: 'START_OF_MONTH', value: '2026-05' },
      { code: 'RESULTS', label: 'Annonce des lauréats', precision: 'END_OF_MONTH', value: '2026-05' },
    ],
    envelopeCents: 10_000_000,
    maxPerProjectCents: 1_500_000,
    documents: [{ title: 'Règlement', url: 'https://example.org/reglement.pdf', sha256: 'A'.repeat(64) }],
    benefits: [
      { code: 'NETWORK', statement: 'Participation au Club des lauréats.' },
      { code: 'COACHING', statement: 'Accompagnement.', partner: 'ORG:france-active-metropole' },
    ],
    supportPartners: ['ORG:france-active-metropole', 'ORG:positiv-incuba-school'],
    eligibility: {
      openTo: 'ASSOCIATIONS',
      actionWithin: 'DEP:92',
      rules: [
        { code: 'LEGAL_FORM', label: 'Forme juridique', description: 'Être une association.' },
        { code: 'REQUESTED_AMOUNT', label: 'Montant', description: '15 000 € au plus.' },
        { code: 'THEMES', label: 'Thématiques', description: 'Celles de l’édition.' },
        { code: 'ACTION_TERRITORY', label: 'Territoire', description: 'Agir dans les Hauts-de-Seine.' },
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
      {
        code: 'FEASIBILITY',
        label: 'Faisabilité',
        description: 'Les moyens du projet.',
        weight: 2,
        maxScore: 5,
      },
    ],
    reports: [
      { code: 'INTERIM', label: 'Compte rendu intermédiaire', monthsAfter: 6 },
      { code: 'FINAL', label: 'Compte rendu financier', monthsAfter: 12 },
    ],
    idempotencyKey: 'edition-5',
    ...changed,
  };
}

export const PUBLISH_CALL = `mutation ($input: PublishCallInput!) { publishCall(input: $input) {
  __typename
  ... on PublishCallSuccess { call { id version } }
  ... on UserError { code message path }
  ... on ValidationError { problems { code path } }
} }`;
