import { registerEnumType } from 'type-graphql';

export const DatePrecision = {
  DAY: 'DAY',
  DAY_WITHOUT_YEAR: 'DAY_WITHOUT_YEAR',
  MONTH: 'MONTH',
  START_OF_MONTH: 'START_OF_MONTH',
  END_OF_MONTH: 'END_OF_MONTH',
} as const;
export type DatePrecision = (typeof DatePrecision)[keyof typeof DatePrecision];

registerEnumType(DatePrecision, {
  name: 'DatePrecision',
  description: 'Ce que la source dit d’une date.',
  valuesConfig: {
    DAY: { description: 'Un jour.' },
    DAY_WITHOUT_YEAR: { description: 'Un jour et un mois, sans l’année.' },
    MONTH: { description: 'Un mois, du premier au dernier jour.' },
    START_OF_MONTH: { description: 'Le début d’un mois, du 1er au 10.' },
    END_OF_MONTH: { description: 'La fin d’un mois, du 21 au dernier jour.' },
  },
});
