import { fields, type PermissionTable, roles } from '@graphess/subgraph-kit';

const ADMIN = roles('admin');

export const accessPermissions: PermissionTable = {
  public: {
    Organization: ['id'],
    Query: ['me'],
    Viewer: ['kind', 'organization', 'roles', 'scopes', 'subject'],
  },
  restricted: {
    ApiKey: fields(
      ADMIN,
      ...['createdAt', 'expiresAt', 'id', 'isActive', 'lastUsedOn', 'networks', 'organization', 'partner'],
      ...['prefix', 'quotaPerMinute', 'replacedBy', 'revokedAt', 'scopes'],
    ),
    ApiKeyConnection: fields(ADMIN, 'edges', 'nodes', 'pageInfo', 'totalCount'),
    ApiKeyEdge: fields(ADMIN, 'cursor', 'node'),
    CreateApiKeySuccess: fields(ADMIN, 'apiKey', 'secret'),
    Mutation: fields(ADMIN, 'createApiKey', 'revokeApiKey', 'rotateApiKey'),
    Query: fields(ADMIN, 'apiKey', 'apiKeys'),
    RevokeApiKeySuccess: fields(ADMIN, 'apiKey'),
    RotateApiKeySuccess: fields(ADMIN, 'apiKey', 'former', 'secret'),
  },
};
