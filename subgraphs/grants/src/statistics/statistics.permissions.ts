import type { PublicFields } from '@graphess/subgraph-kit';

/** What is secret of a row is left out of it, for whoever may not know. */
export const STATISTICS_PUBLIC: PublicFields = {
  GrantStatRow: [
    ...['applications', 'awarded', 'granted', 'keys', 'medianAwardedCents', 'requested', 'successRate'],
    ...['suppressed', 'territory'],
  ],
};
