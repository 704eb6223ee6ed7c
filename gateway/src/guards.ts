/**
 * What stands between an attacker and the graph, by name. A proof takes them away one at a time and looks for what
 * notices; nothing else may.
 */
export const GUARDS = [
  'known-operation',
  'error-mask',
  'token-limit',
  'depth-limit',
  'alias-limit',
  'root-field-limit',
] as const;
export type Guard = (typeof GUARDS)[number];

/** The guards that are off: none, but in that proof. */
export type WithoutGuards = ReadonlySet<Guard>;
