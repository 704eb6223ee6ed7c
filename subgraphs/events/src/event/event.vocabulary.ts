import { registerEnumType } from 'type-graphql';

export const EventType = {
  FUNDING_MORNING: 'FUNDING_MORNING',
  PITCH_TRAINING: 'PITCH_TRAINING',
  LOCAL_AUTHORITIES_MEETING: 'LOCAL_AUTHORITIES_MEETING',
  BUSINESS_CONVENTION: 'BUSINESS_CONVENTION',
  ESS_AND_TERRITORY_DAY: 'ESS_AND_TERRITORY_DAY',
  LAUREATES_CLUB: 'LAUREATES_CLUB',
  ESS_MONTH: 'ESS_MONTH',
  PROGRAMME_PRESENTATION: 'PROGRAMME_PRESENTATION',
  YOUTH_WORKSHOP: 'YOUTH_WORKSHOP',
  AUDITION: 'AUDITION',
  OTHER: 'OTHER',
} as const;
export type EventType = (typeof EventType)[keyof typeof EventType];

/** What a type is called where it is counted. */
export const EVENT_TYPE_LABELS: Readonly<Record<EventType, string>> = {
  FUNDING_MORNING: 'Matinée de financement',
  PITCH_TRAINING: 'Entraînement au pitch',
  LOCAL_AUTHORITIES_MEETING: 'Rencontre des collectivités',
  BUSINESS_CONVENTION: 'Convention d’affaires',
  ESS_AND_TERRITORY_DAY: 'Journée ESS et territoire',
  LAUREATES_CLUB: 'Club des lauréats',
  ESS_MONTH: 'Mois de l’ESS',
  PROGRAMME_PRESENTATION: 'Présentation du programme',
  YOUTH_WORKSHOP: 'Atelier jeunesse',
  AUDITION: 'Auditions de l’appel à projets',
  OTHER: 'Autre événement',
};

registerEnumType(EventType, {
  name: 'EventType',
  description: 'Nature d’un événement.',
  valuesConfig: {
    FUNDING_MORNING: { description: 'Matinée où des porteurs de projets rencontrent des financeurs.' },
    PITCH_TRAINING: { description: 'Entraînement à présenter son projet devant des experts.' },
    LOCAL_AUTHORITIES_MEETING: { description: 'Rencontre entre collectivités sur l’ESS.' },
    BUSINESS_CONVENTION: { description: 'Rendez-vous d’affaires entre structures d’insertion et acheteurs.' },
    ESS_AND_TERRITORY_DAY: { description: 'Journée départementale qui réunit plusieurs temps.' },
    LAUREATES_CLUB: { description: 'Rencontre des lauréats de l’appel à projets.' },
    ESS_MONTH: { description: 'Événement du Mois de l’ESS qui n’est d’aucune autre nature.' },
    PROGRAMME_PRESENTATION: { description: 'Présentation publique d’une stratégie ou d’un programme.' },
    YOUTH_WORKSHOP: { description: 'Atelier de découverte de l’ESS destiné aux jeunes.' },
    AUDITION: {
      description:
        'Journée où le jury entend les projets présélectionnés ; elle vient du domaine des subventions.',
    },
    OTHER: { description: 'Autre événement.' },
  },
});

export const EventPrecision = { INSTANT: 'INSTANT', DAY: 'DAY', MONTH: 'MONTH' } as const;
export type EventPrecision = (typeof EventPrecision)[keyof typeof EventPrecision];

registerEnumType(EventPrecision, {
  name: 'EventPrecision',
  description: 'Ce qui est connu de la date d’un événement.',
  valuesConfig: {
    INSTANT: { description: 'Le jour et l’heure.' },
    DAY: { description: 'Le jour, sans l’heure.' },
    MONTH: { description: 'Le mois seulement : `startsOn` en est le premier jour.' },
  },
});

export const EventStatus = {
  SCHEDULED: 'SCHEDULED',
  RESCHEDULED: 'RESCHEDULED',
  POSTPONED: 'POSTPONED',
  MOVED_ONLINE: 'MOVED_ONLINE',
  FULL: 'FULL',
  CANCELLED: 'CANCELLED',
} as const;
export type EventStatus = (typeof EventStatus)[keyof typeof EventStatus];

registerEnumType(EventStatus, {
  name: 'EventStatus',
  description: 'Situation d’un événement.',
  valuesConfig: {
    SCHEDULED: { description: 'Programmé à la date indiquée.' },
    RESCHEDULED: { description: 'Reprogrammé : la date indiquée est la nouvelle.' },
    POSTPONED: { description: 'Reporté à une date qui n’est pas encore connue.' },
    MOVED_ONLINE: { description: 'Maintenu, mais en ligne.' },
    FULL: { description: 'Complet.' },
    CANCELLED: { description: 'Annulé.' },
  },
});
