import type { SortKey } from '@graphess/subgraph-kit';
import { registerEnumType } from 'type-graphql';

export const SiaeOrder = { RELEVANCE_DESC: 'RELEVANCE_DESC', NAME_ASC: 'NAME_ASC' } as const;
export type SiaeOrder = (typeof SiaeOrder)[keyof typeof SiaeOrder];

registerEnumType(SiaeOrder, {
  name: 'SiaeOrder',
  description: 'Ordre d’une liste de structures.',
  valuesConfig: {
    RELEVANCE_DESC: { description: 'Les fiches les mieux renseignées d’abord, puis par nom.' },
    NAME_ASC: { description: 'Par nom.' },
  },
});

const BY_NAME: readonly SortKey[] = [
  { sql: 'q.name COLLATE extensions.french', type: 'text' },
  { sql: 'q.id', type: 'text', notNull: true },
];

/** The keys of each order, over the columns of a list of SIAE. */
export const SIAE_SORT_KEYS: Readonly<Record<SiaeOrder, readonly SortKey[]>> = {
  RELEVANCE_DESC: [{ sql: 'q.completeness', type: 'float8', descending: true, notNull: true }, ...BY_NAME],
  NAME_ASC: BY_NAME,
};
