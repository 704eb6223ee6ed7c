import { registerEnumType } from 'type-graphql';

export const ObservationStatus = {
  NORMAL: 'NORMAL',
  PROVISIONAL: 'PROVISIONAL',
  ESTIMATED: 'ESTIMATED',
  REVISED: 'REVISED',
  BREAK: 'BREAK',
  SUPPRESSED: 'SUPPRESSED',
  SUPPRESSED_FREQUENCY: 'SUPPRESSED_FREQUENCY',
  SUPPRESSED_DOMINANCE: 'SUPPRESSED_DOMINANCE',
  SUPPRESSED_SECONDARY: 'SUPPRESSED_SECONDARY',
  SUPPRESSED_PRODUCER: 'SUPPRESSED_PRODUCER',
  NOT_APPLICABLE: 'NOT_APPLICABLE',
  MISSING: 'MISSING',
} as const;
export type ObservationStatus = (typeof ObservationStatus)[keyof typeof ObservationStatus];

registerEnumType(ObservationStatus, {
  name: 'ObservationStatus',
  description: 'Ce que vaut une observation, ou pourquoi elle n’a pas de valeur.',
  valuesConfig: {
    NORMAL: { description: 'Valeur publiée.' },
    PROVISIONAL: { description: 'Valeur provisoire, qui sera révisée.' },
    ESTIMATED: { description: 'Valeur estimée.' },
    REVISED: { description: 'Valeur révisée depuis sa première publication.' },
    BREAK: { description: 'Rupture de série : la valeur ne se compare pas à la précédente.' },
    SUPPRESSED: { description: 'Valeur masquée par le secret statistique.' },
    SUPPRESSED_FREQUENCY: { description: 'Valeur masquée : trop peu d’unités (visible des producteurs).' },
    SUPPRESSED_DOMINANCE: { description: 'Valeur masquée : une unité domine (visible des producteurs).' },
    SUPPRESSED_SECONDARY: {
      description: 'Valeur masquée pour en protéger une autre (visible des producteurs).',
    },
    SUPPRESSED_PRODUCER: {
      description: 'Valeur masquée par le producteur de la source (visible des producteurs).',
    },
    NOT_APPLICABLE: { description: 'L’indicateur n’a pas de sens pour ce territoire.' },
    MISSING: { description: 'Aucune valeur n’est connue ; ce n’est pas zéro.' },
  },
});
