import { registerEnumType } from 'type-graphql';

export const PrestaType = { DISP: 'DISP', PREST: 'PREST', BUILD: 'BUILD' } as const;
export type PrestaType = (typeof PrestaType)[keyof typeof PrestaType];

registerEnumType(PrestaType, {
  name: 'PrestaType',
  description: 'Façon dont une structure vend son travail.',
  valuesConfig: {
    DISP: { description: 'Mise à disposition de personnel, intérim.' },
    PREST: { description: 'Prestation de services.' },
    BUILD: { description: 'Fabrication et commercialisation de biens.' },
  },
});
