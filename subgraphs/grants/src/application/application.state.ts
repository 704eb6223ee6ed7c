import { registerEnumType } from 'type-graphql';

export const ApplicationState = {
  DRAFT: 'DRAFT',
  SUBMITTED: 'SUBMITTED',
  INELIGIBLE: 'INELIGIBLE',
  UNDER_REVIEW: 'UNDER_REVIEW',
  MORE_INFO_REQUESTED: 'MORE_INFO_REQUESTED',
  SHORTLISTED: 'SHORTLISTED',
  AUDITIONED: 'AUDITIONED',
  AWARDED: 'AWARDED',
  REJECTED: 'REJECTED',
  WAITLISTED: 'WAITLISTED',
  WITHDRAWN: 'WITHDRAWN',
} as const;
export type ApplicationState = (typeof ApplicationState)[keyof typeof ApplicationState];

registerEnumType(ApplicationState, {
  name: 'ApplicationState',
  description: 'État d’une candidature.',
  valuesConfig: {
    DRAFT: { description: 'Brouillon, pas encore déposée.' },
    SUBMITTED: { description: 'Déposée.' },
    INELIGIBLE: { description: 'Irrecevable.' },
    UNDER_REVIEW: { description: 'À l’instruction.' },
    MORE_INFO_REQUESTED: { description: 'Des précisions sont demandées au porteur du projet.' },
    SHORTLISTED: { description: 'Présélectionnée.' },
    AUDITIONED: { description: 'Auditionnée.' },
    AWARDED: { description: 'Lauréate.' },
    REJECTED: { description: 'Refusée.' },
    WAITLISTED: { description: 'Sur liste d’attente.' },
    WITHDRAWN: { description: 'Retirée par le porteur du projet.' },
  },
});
