import { connectionOf } from '@graphess/subgraph-kit';
import { Application } from './application.entity.ts';

export const { Edge: ApplicationEdge, Connection: ApplicationConnection } = connectionOf<Application>(
  () => Application,
  {
    name: 'Application',
    items: 'candidatures',
  },
);
