import { defineSubgraph } from '@graphess/subgraph-kit';
import { MeResolver } from './me/me.resolver.ts';

/**
 * What the gateway itself answers for: who asks, the keys of partners, quotas, the journal of the door. A subgraph like
 * the others, in the gateway's own process and on its own PostgreSQL schema.
 */
export const access = defineSubgraph({
  name: 'access',
  entities: [],
  resolvers: [MeResolver],
  migrations: [],
});
