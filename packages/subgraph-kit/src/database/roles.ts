/**
 * The names a subgraph has in PostgreSQL: its schema, the role that owns and migrates it, and the role that the
 * running subgraph takes, which can read and write rows but owns nothing.
 */
export function namesOf(subgraph: string): { schema: string; owner: string; runtime: string } {
  if (!/^[a-z][a-z0-9_]{0,30}$/.test(subgraph))
    throw new RangeError(`Not a name for a subgraph: ${subgraph}`);
  return { schema: subgraph, owner: `graphess_${subgraph}_owner`, runtime: `graphess_${subgraph}` };
}

/**
 * Start-up options that make a session take a role and see only its own schema and the extensions. The role is taken
 * at the session's start, so one login that is a member of both roles can serve; an operator may give each subgraph a
 * login of its own.
 */
export function sessionOptions(schema: string, role: string, statementTimeoutMs: number): string {
  return `-c role=${role} -c search_path=${schema},extensions -c statement_timeout=${statementTimeoutMs} -c TimeZone=UTC`;
}
