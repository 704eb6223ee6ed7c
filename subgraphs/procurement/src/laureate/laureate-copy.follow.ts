import { followTable } from '@graphess/subgraph-kit';
import { z } from 'zod';

/** Keeps which organisations are laureates, as the topic `laureate` of grants says. */
export const followLaureates = followTable({
  from: 'grants',
  topic: 'laureate',
  table: 'laureate_copy',
  row: z
    .object({ id: z.string(), isLaureate: z.boolean() })
    .transform(({ id, isLaureate }) => ({ id, is_laureate: isLaureate })),
});
