import { events } from '@graphess/events';
import { grants } from '@graphess/grants';
import { observatory } from '@graphess/observatory';
import type { DomainName, SubgraphName } from '@graphess/platform';
import { procurement } from '@graphess/procurement';
import type { Subgraph } from '@graphess/subgraph-kit';
import { access } from './access/access.ts';

/** The four subgraphs. No other file may import more than one of them. */
export const subgraphs: Readonly<Record<SubgraphName, Subgraph>> = {
  grants,
  observatory,
  events,
  procurement,
};

/** Everything that composes: the subgraphs, and the gateway's own part of the graph. */
export const domains: Readonly<Record<DomainName, Subgraph>> = { ...subgraphs, access };
