/** Who asks. A visitor has no role and no scope; a subgraph trusts no other statement than its gateway's. */
export type Viewer = {
  readonly subject: string | null;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
};

export const VISITOR: Viewer = { subject: null, roles: [], scopes: [] };
