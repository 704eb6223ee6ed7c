import { connectionOf } from '@graphess/subgraph-kit';
import { ApiKey } from './api-key.entity.ts';

export const { Edge: ApiKeyEdge, Connection: ApiKeyConnection } = connectionOf<ApiKey>(() => ApiKey, {
  name: 'ApiKey',
  items: 'clés d’API',
});
