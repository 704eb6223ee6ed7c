import { followTable } from '@graphess/subgraph-kit';
import { z } from 'zod';

const territoryValue = z.object({
  id: z.string(),
  name: z.string(),
  level: z.string(),
  population: z.number().nullable(),
  within: z.array(z.string()),
  within_partly: z.array(z.string()),
});

/** What the owner of territories sends under the topic `territory`. Lists are sorted, so that equal rows are equal text. */
export type TerritoryValue = z.infer<typeof territoryValue>;

export const followTerritories = followTable({
  from: 'observatory',
  topic: 'territory',
  table: 'territory_copy',
  row: territoryValue,
});
