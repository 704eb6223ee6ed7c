/** What stands behind a request: nobody known, a person signed in, a partner's key, or a sibling of the platform. */
export const VIEWER_KINDS = ['visitor', 'person', 'key', 'service'] as const;
export type ViewerKind = (typeof VIEWER_KINDS)[number];

/** Who asks. A visitor has no role and no scope; a subgraph trusts no other statement than its gateway's. */
export type Viewer = {
  readonly kind: ViewerKind;
  /** Stable and opaque: says nothing of a person by itself. Null for a visitor. */
  readonly subject: string | null;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
  /** The id of the organisation the viewer acts for, null when there is none. */
  readonly organization: string | null;
};

export const VISITOR: Viewer = { kind: 'visitor', subject: null, roles: [], scopes: [], organization: null };
