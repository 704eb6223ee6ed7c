import { events } from '@graphess/events';
import { grants } from '@graphess/grants';
import { observatory } from '@graphess/observatory';
import type { SubgraphName } from '@graphess/platform';
import { procurement } from '@graphess/procurement';
import type { Subgraph } from '@graphess/subgraph-kit';

/** The four subgraphs. No other file may import more than one of them. */
export const subgraphs: Readonly<Record<SubgraphName, Subgraph>> = {
  grants,
  observatory,
  events,
  procurement,
};
