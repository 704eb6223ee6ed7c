import type { SortKey } from '@graphess/subgraph-kit';
import { registerEnumType } from 'type-graphql';

export const LaureateOrder = {
  AWARD_DATE_DESC: 'AWARD_DATE_DESC',
  AMOUNT_DESC: 'AMOUNT_DESC',
  NAME_ASC: 'NAME_ASC',
} as const;
export type LaureateOrder = (typeof LaureateOrder)[keyof typeof LaureateOrder];

registerEnumType(LaureateOrder, {
  name: 'LaureateOrder',
  description: 'Ordre des lauréats. À égalité, le nom de la structure décide.',
  valuesConfig: {
    AWARD_DATE_DESC: { description: 'Les plus récemment désignés d’abord.' },
    AMOUNT_DESC: { description: 'Les montants accordés les plus élevés d’abord, les inconnus à la fin.' },
    NAME_ASC: { description: 'Par nom de structure.' },
  },
});

const BY_NAME: readonly SortKey[] = [
  { sql: 'q."applicantName" COLLATE extensions.french', type: 'text', notNull: true },
  { sql: 'q.id', type: 'text', notNull: true },
];

/** The sort keys of an order, over the columns that laureates are selected with. */
export const SORT_KEYS: Readonly<Record<LaureateOrder, readonly SortKey[]>> = {
  AWARD_DATE_DESC: [{ sql: 'q."awardYear"', type: 'bigint', descending: true }, ...BY_NAME],
  AMOUNT_DESC: [{ sql: 'q."awardedCents"', type: 'float8', descending: true }, ...BY_NAME],
  NAME_ASC: BY_NAME,
};
