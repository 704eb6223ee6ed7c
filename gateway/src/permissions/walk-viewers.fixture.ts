import { ROLES } from '@graphess/platform';
import { VISITOR, type Viewer } from '@graphess/subgraph-kit';
import { API_KEY_SCOPES } from '../access/api-key/check-new-api-key.ts';

/** One viewer for each thing that somebody may be, and nothing else: no organisation, so that no condition holds. */
export const VIEWERS: Readonly<Record<string, Viewer>> = {
  visitor: VISITOR,
  ...Object.fromEntries(
    ROLES.map((role) => [role, { ...VISITOR, kind: 'person', subject: `subject-of-${role}`, roles: [role] }]),
  ),
  ...Object.fromEntries(
    API_KEY_SCOPES.map((scope) => [
      scope,
      { ...VISITOR, kind: 'key', subject: `KEY:${scope}`, scopes: [scope] },
    ]),
  ),
};
