import type { EventType } from '../event/event.vocabulary.ts';

/** What an invented event of one type looks like. `weight` is its share among the others. */
export type DemonstrationProgramme = {
  type: EventType;
  weight: number;
  label: string;
  description: string;
  audience: string;
  /** Minutes after midnight, in Paris. */
  startsAt: number;
  capacities: readonly [number, ...number[]];
  sessions: readonly { slug: string; title: string; minutes: number }[];
};

export const DEMONSTRATION_PROGRAMMES: readonly [DemonstrationProgramme, ...DemonstrationProgramme[]] = [
  {
    type: 'FUNDING_MORNING',
    weight: 4,
    label: 'Matinée de financement',
    description: 'Des porteurs de projets rencontrent des financeurs.',
    audience: 'Structures de l’ESS et porteurs de projets',
    startsAt: 8 * 60 + 30,
    capacities: [60, 80, 120],
    sessions: [
      { slug: 'ateliers', title: 'Ateliers thématiques', minutes: 90 },
      { slug: 'rendez-vous', title: 'Rendez-vous avec des financeurs', minutes: 150 },
    ],
  },
  {
    type: 'PITCH_TRAINING',
    weight: 5,
    label: 'Entraînement au pitch',
    description: 'Des structures s’entraînent à présenter leur projet devant un jury bienveillant.',
    audience: 'Structures de l’ESS qui cherchent un financement',
    startsAt: 14 * 60,
    capacities: [12, 15, 20],
    sessions: [
      { slug: 'methode', title: 'Construire sa présentation', minutes: 60 },
      { slug: 'passages', title: 'Passages devant le jury', minutes: 120 },
    ],
  },
  {
    type: 'LOCAL_AUTHORITIES_MEETING',
    weight: 3,
    label: 'Rencontre des collectivités',
    description: 'Des agents et des élus échangent sur leurs politiques en faveur de l’ESS.',
    audience: 'Communes et établissements publics territoriaux',
    startsAt: 9 * 60 + 30,
    capacities: [30, 40],
    sessions: [
      { slug: 'retours-d-experience', title: 'Retours d’expérience', minutes: 90 },
      { slug: 'atelier', title: 'Atelier pratique', minutes: 90 },
    ],
  },
  {
    type: 'BUSINESS_CONVENTION',
    weight: 3,
    label: 'Convention d’affaires',
    description: 'Des acheteurs reçoivent des structures d’insertion par l’activité économique.',
    audience: 'Structures d’insertion et acheteurs publics ou privés',
    startsAt: 14 * 60,
    capacities: [60, 100],
    sessions: [
      { slug: 'rendez-vous', title: 'Rendez-vous d’affaires', minutes: 150 },
      { slug: 'reseautage', title: 'Moment de réseautage', minutes: 60 },
    ],
  },
  {
    type: 'ESS_AND_TERRITORY_DAY',
    weight: 1,
    label: 'Journée ESS et territoire',
    description: 'Conférences et ateliers sur l’ESS et son territoire.',
    audience: 'Tout public',
    startsAt: 9 * 60,
    capacities: [120, 200],
    sessions: [
      { slug: 'conferences', title: 'Conférences', minutes: 180 },
      { slug: 'ateliers', title: 'Ateliers', minutes: 240 },
    ],
  },
  {
    type: 'LAUREATES_CLUB',
    weight: 3,
    label: 'Club des lauréats',
    description: 'Des structures soutenues partagent leurs questions et leurs solutions.',
    audience: 'Lauréats d’un appel à projets',
    startsAt: 17 * 60 + 30,
    capacities: [25, 30],
    sessions: [{ slug: 'echanges', title: 'Échanges entre pairs', minutes: 120 }],
  },
  {
    type: 'PROGRAMME_PRESENTATION',
    weight: 2,
    label: 'Présentation de programme',
    description: 'Présentation d’un programme de soutien et réponses aux questions.',
    audience: 'Structures de l’ESS et associations',
    startsAt: 18 * 60,
    capacities: [50, 80],
    sessions: [{ slug: 'presentation', title: 'Présentation et questions', minutes: 90 }],
  },
  {
    type: 'YOUTH_WORKSHOP',
    weight: 4,
    label: 'Atelier jeunesse',
    description: 'Des jeunes découvrent les métiers et les entreprises de l’ESS.',
    audience: 'Collégiens, lycéens et étudiants',
    startsAt: 14 * 60,
    capacities: [20, 30],
    sessions: [
      { slug: 'decouverte', title: 'Découverte des métiers', minutes: 60 },
      { slug: 'jeu', title: 'Jeu de création d’une entreprise', minutes: 90 },
    ],
  },
  {
    type: 'OTHER',
    weight: 3,
    label: 'Visite d’une structure',
    description: 'Une structure ouvre ses portes et présente son activité.',
    audience: 'Tout public',
    startsAt: 10 * 60,
    capacities: [10, 15],
    sessions: [{ slug: 'visite', title: 'Visite guidée', minutes: 90 }],
  },
];
