import { followTable } from '@graphess/subgraph-kit';
import { z } from 'zod';

/** Keeps when the events of the agenda take place, as the topic `event` of events says. */
export const followEvents = followTable({
  from: 'events',
  topic: 'event',
  table: 'event_copy',
  row: z.object({
    id: z.string(),
    title: z.string(),
    type: z.string(),
    starts_on: z.string(),
    last_possible_on: z.string(),
    status: z.string(),
    is_demonstration: z.boolean(),
  }),
});
