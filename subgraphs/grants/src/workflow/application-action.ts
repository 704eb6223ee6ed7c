import { registerEnumType } from 'type-graphql';

/** What can be done to an application. An edition says from which states, and by whom. */
export const ApplicationAction = {
  SUBMIT: 'SUBMIT',
  WITHDRAW: 'WITHDRAW',
  START_REVIEW: 'START_REVIEW',
  DECLARE_INELIGIBLE: 'DECLARE_INELIGIBLE',
  REQUEST_INFORMATION: 'REQUEST_INFORMATION',
  ANSWER: 'ANSWER',
  SHORTLIST: 'SHORTLIST',
  RECORD_AUDITION: 'RECORD_AUDITION',
  WAITLIST: 'WAITLIST',
  AWARD: 'AWARD',
  REJECT: 'REJECT',
  REOPEN: 'REOPEN',
} as const;
export type ApplicationAction = (typeof ApplicationAction)[keyof typeof ApplicationAction];

registerEnumType(ApplicationAction, {
  name: 'ApplicationAction',
  description: 'Ce qui peut être fait d’une candidature ; chaque édition dit depuis quel état, et par qui.',
  valuesConfig: {
    SUBMIT: { description: 'Déposer.' },
    WITHDRAW: { description: 'Retirer.' },
    START_REVIEW: { description: 'Mettre à l’instruction.' },
    DECLARE_INELIGIBLE: { description: 'Déclarer irrecevable, avec un motif.' },
    REQUEST_INFORMATION: { description: 'Demander des précisions ou des corrections.' },
    ANSWER: { description: 'Répondre à la demande de précisions.' },
    SHORTLIST: { description: 'Présélectionner.' },
    RECORD_AUDITION: { description: 'Noter que l’audition a eu lieu.' },
    WAITLIST: { description: 'Mettre sur liste d’attente.' },
    AWARD: { description: 'Accorder une subvention.' },
    REJECT: { description: 'Refuser, avec un motif.' },
    REOPEN: { description: 'Revenir sur une décision : un second agent, avec un motif.' },
  },
});
