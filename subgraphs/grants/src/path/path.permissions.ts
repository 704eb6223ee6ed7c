import type { PublicFields } from '@graphess/subgraph-kit';

export const PATH_PUBLIC: PublicFields = {
  OrganizationPath: ['missing', 'steps'],
  PathStep: ['edition', 'kind', 'label', 'on', 'sources', 'year'],
};
