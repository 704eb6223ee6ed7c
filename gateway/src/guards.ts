import { STATEMENT_GUARDS, type StatementGuard, type WithoutStatementGuards } from '@graphess/subgraph-kit';

/**
 * What stands between an attacker and the graph, by name. A proof takes them away one at a time and looks for what
 * notices; nothing else may.
 */
export const GUARDS = [
  'known-operation',
  'permissions',
  'token-signature',
  'token-issuer',
  'token-audience',
  'token-expiry',
  'token-type',
  'session-signature',
  'session-origin',
  'session-end',
  'error-mask',
  'token-limit',
  'depth-limit',
  'alias-limit',
  'root-field-limit',
  'field-limit',
  'repeated-field-limit',
  'directive-limit',
  'fragment-limit',
  'operation-count-limit',
  'variable-definition-limit',
  'variable-value-limit',
  'error-limit',
  'alias-names',
  'plain-messages',
  'cost-limit',
  'trusted-documents',
  'key-in-query',
  'key-expiry',
  'key-revocation',
  'key-network',
  'quota',
  'refused-credentials-quota',
  'csrf',
  'content-type',
  'body-limit',
  'strict-json',
  'security-headers',
  'private-answers',
  'shedding',
  'slow-client',
  'request-deadline',
  'subgraph-timeout',
  'breaker',
  'route-size',
  'route-time',
  'route-headers',
  // Held by subgraphs that run on their own: felt in services alone.
  ...STATEMENT_GUARDS,
] as const;
export type Guard = (typeof GUARDS)[number];

/** The guards that are off: none, but in that proof. */
export type WithoutGuards = ReadonlySet<Guard>;

/** Those of them that a subgraph is served without. */
export function statementGuards(without: WithoutGuards): WithoutStatementGuards {
  return new Set(STATEMENT_GUARDS.filter((guard: StatementGuard) => without.has(guard)));
}
