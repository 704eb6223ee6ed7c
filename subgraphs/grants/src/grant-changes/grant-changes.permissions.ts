import { either, fields, roles, scopes } from '@graphess/subgraph-kit';

/** Who keeps a copy of the laureates: partners, keys made for it, and whoever answers for the list. */
const FOLLOWERS = either(roles('agent', 'admin', 'partner'), scopes('changes:read'));

export const GRANT_CHANGES_RESTRICTED = {
  GrantChange: fields(FOLLOWERS, 'application', 'changedAt', 'key', 'kind'),
  GrantChangePage: fields(FOLLOWERS, 'changes', 'hasMore', 'nextCursor'),
};
export const GRANT_CHANGES_QUERIES = fields(FOLLOWERS, 'grantChanges');
