import { registerEnumType } from 'type-graphql';

export const AwardTerms = { SINGLE: 'SINGLE', INSTALMENTS: 'INSTALMENTS' } as const;
export type AwardTerms = (typeof AwardTerms)[keyof typeof AwardTerms];

registerEnumType(AwardTerms, {
  name: 'AwardTerms',
  description: 'Conditions de versement d’une subvention.',
  valuesConfig: {
    SINGLE: { description: 'Un seul versement.' },
    INSTALMENTS: { description: 'Plusieurs versements.' },
  },
});
