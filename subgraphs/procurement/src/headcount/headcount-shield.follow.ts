import { followTable } from '@graphess/subgraph-kit';
import { z } from 'zod';

/** Keeps what the topic `headcount_shield` of the observatory forbids to say. */
export const followHeadcountShields = followTable({
  from: 'observatory',
  topic: 'headcount_shield',
  table: 'headcount_shield_copy',
  row: z
    .object({ id: z.string(), hasSecret: z.boolean(), leastContributors: z.int().nullable() })
    .transform(({ id, hasSecret, leastContributors }) => ({
      id,
      has_secret: hasSecret,
      least_contributors: leastContributors,
    })),
});
