import { registerEnumType } from 'type-graphql';

export const ExportStatus = {
  PENDING: 'PENDING',
  RUNNING: 'RUNNING',
  DONE: 'DONE',
  FAILED: 'FAILED',
  EXPIRED: 'EXPIRED',
} as const;
export type ExportStatus = (typeof ExportStatus)[keyof typeof ExportStatus];

registerEnumType(ExportStatus, {
  name: 'ExportStatus',
  description: 'Où en est un fichier demandé.',
  valuesConfig: {
    PENDING: { description: 'Il attend son tour.' },
    RUNNING: { description: 'Il est en cours de fabrication.' },
    DONE: { description: 'Il est prêt, à l’adresse donnée.' },
    FAILED: { description: 'Il n’a pas pu être fait ; il peut être redemandé.' },
    EXPIRED: {
      description:
        'Il n’est plus gardé, ou des valeurs ont été masquées depuis ; sa requête permet de le refaire.',
    },
  },
});
