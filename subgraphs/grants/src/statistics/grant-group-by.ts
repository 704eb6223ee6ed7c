import { registerEnumType } from 'type-graphql';

export const GrantGroupBy = {
  THEME: 'THEME',
  EPT: 'EPT',
  COMMUNE: 'COMMUNE',
  EDITION: 'EDITION',
  STATE: 'STATE',
  LEGAL_FORM: 'LEGAL_FORM',
} as const;
export type GrantGroupBy = (typeof GrantGroupBy)[keyof typeof GrantGroupBy];

registerEnumType(GrantGroupBy, {
  name: 'GrantGroupBy',
  description: 'Ce par quoi les candidatures sont réparties. Une valeur qui manque compte sous `UNKNOWN`.',
  valuesConfig: {
    THEME: { description: 'Thématique de premier niveau ; une candidature compte une fois pour chacune.' },
    EPT: { description: 'Établissement public territorial de la première commune que le projet nomme.' },
    COMMUNE: { description: 'Première commune que le projet nomme.' },
    EDITION: { description: 'Édition, par son numéro.' },
    STATE: { description: 'État ; pour le public, celui de lauréat seul.' },
    LEGAL_FORM: { description: 'Forme juridique : `ASSOCIATION`, `COOPERATIVE` ou `OTHER`.' },
  },
});
