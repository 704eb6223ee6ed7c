import type { PublicFields } from '@graphess/subgraph-kit';

export const SCDL_PUBLIC: PublicFields = {
  PublishedFile: ['generatedAt', 'rowCount', 'schemaVersion', 'sha256', 'url', 'validationErrors'],
};
