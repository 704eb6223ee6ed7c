import { registerEnumType } from 'type-graphql';

/** What must be true besides the state and the role, checked by the verb of the action. */
export const TransitionGuard = {
  CALL_OPEN: 'CALL_OPEN',
  FORM_COMPLETE: 'FORM_COMPLETE',
  REASON_GIVEN: 'REASON_GIVEN',
  WITHIN_ENVELOPE: 'WITHIN_ENVELOPE',
  SECOND_AGENT: 'SECOND_AGENT',
} as const;
export type TransitionGuard = (typeof TransitionGuard)[keyof typeof TransitionGuard];

registerEnumType(TransitionGuard, {
  name: 'TransitionGuard',
  description: 'Ce qu’un changement d’état demande en plus du rôle et de l’état de départ.',
  valuesConfig: {
    CALL_OPEN: { description: 'L’appel à projets reçoit les candidatures.' },
    FORM_COMPLETE: { description: 'Le dossier est complet.' },
    REASON_GIVEN: { description: 'Un motif est donné.' },
    WITHIN_ENVELOPE: { description: 'Le montant tient dans l’enveloppe et sous le plafond par projet.' },
    SECOND_AGENT: { description: 'La personne n’est pas celle qui avait décidé.' },
  },
});
