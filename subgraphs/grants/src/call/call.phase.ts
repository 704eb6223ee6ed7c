import { registerEnumType } from 'type-graphql';

export const CallPhase = {
  ANNOUNCED: 'ANNOUNCED',
  OPEN: 'OPEN',
  CLOSED: 'CLOSED',
  REVIEW: 'REVIEW',
  AUDITIONS: 'AUDITIONS',
  AWAITING_RESULTS: 'AWAITING_RESULTS',
  DECIDED: 'DECIDED',
  CLOSED_OUT: 'CLOSED_OUT',
} as const;
export type CallPhase = (typeof CallPhase)[keyof typeof CallPhase];

registerEnumType(CallPhase, {
  name: 'CallPhase',
  description: 'Étape où en est un appel à projets, déduite de son calendrier.',
  valuesConfig: {
    ANNOUNCED: { description: 'Annoncé, pas encore lancé.' },
    OPEN: { description: 'Lancé : les candidatures sont reçues.' },
    CLOSED: { description: 'Les candidatures sont closes, la suite n’a pas commencé.' },
    REVIEW: { description: 'Les candidatures sont à l’instruction.' },
    AUDITIONS: { description: 'Les porteurs de projets présélectionnés sont auditionnés.' },
    AWAITING_RESULTS: { description: 'Les résultats sont attendus ou ne sont pas connus de la plateforme.' },
    DECIDED: { description: 'Les résultats sont connus.' },
    CLOSED_OUT: { description: 'Les subventions sont soldées.' },
  },
});
