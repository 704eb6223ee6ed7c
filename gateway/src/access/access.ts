import { defineSubgraph, pruneIdempotencyKeys, UserError } from '@graphess/subgraph-kit';
import { accessPermissions } from './access.permissions.ts';
import { ApiKey } from './api-key/api-key.entity.ts';
import { ApiKeyResolver } from './api-key/api-key.resolver.ts';
import { ApiKeyWritesResolver } from './api-key/api-key-writes.resolver.ts';
import { MeResolver } from './me/me.resolver.ts';
import { ApiKey1767226400000 } from './migrations/1767226400000-api-key.ts';
import { QuotaCounter1767226500000 } from './migrations/1767226500000-quota-counter.ts';
import { EndedSession1767226600000 } from './migrations/1767226600000-ended-session.ts';

/**
 * What the gateway itself answers for: who asks, the keys of partners, quotas, the journal of the door. A subgraph like
 * the others, in the gateway's own process and on its own PostgreSQL schema.
 */
export const access = defineSubgraph({
  name: 'access',
  permissions: accessPermissions,
  entities: [ApiKey],
  resolvers: [MeResolver, ApiKeyResolver, ApiKeyWritesResolver],
  orphanedTypes: [UserError],
  jobs: [pruneIdempotencyKeys],
  migrations: [ApiKey1767226400000, QuotaCounter1767226500000, EndedSession1767226600000],
});
