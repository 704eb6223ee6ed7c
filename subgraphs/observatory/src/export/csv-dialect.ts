import { registerEnumType } from 'type-graphql';

export const CsvDialect = { RFC_4180: 'RFC_4180', EXCEL_FR: 'EXCEL_FR' } as const;
export type CsvDialect = (typeof CsvDialect)[keyof typeof CsvDialect];

registerEnumType(CsvDialect, {
  name: 'CsvDialect',
  description: 'Manière d’écrire un fichier CSV.',
  valuesConfig: {
    RFC_4180: { description: 'Virgule, point décimal, UTF-8 : celle de la RFC 4180.' },
    EXCEL_FR: {
      description: 'Point-virgule, virgule décimale et marque d’ordre : celle qu’Excel ouvre en français.',
    },
  },
});
