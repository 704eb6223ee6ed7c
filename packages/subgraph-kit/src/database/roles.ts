/**
 * The names a subgraph has in PostgreSQL: its schema, the role that owns and migrates it, and the role that the
 * running subgraph takes, which can read and write rows but owns nothing.
 */
export function namesOf(subgraph: string): { schema: string; owner: string; runtime: string } {
  if (!/^[a-z][a-z0-9_]{0,30}$/.test(subgraph))
    throw new RangeError(`Not a name for a subgraph: ${subgraph}`);
  return { schema: subgraph, owner: `graphess_${subgraph}_owner`, runtime: `graphess_${subgraph}` };
}

/** The schema of the jobs of a subgraph: beside its own, so that the tables of the queue take none of its names. */
export function jobSchemaOf(subgraph: string): string {
  return `${namesOf(subgraph).schema}_jobs`;
}

/** What a session is allowed, in milliseconds; 0 sets no limit. */
export type SessionLimits = { statementMs: number; lockMs: number; idleInTransactionMs: number };

/**
 * Start-up options that make a session take a role and see only its own schema and the extensions. The role is taken
 * at the session's start, so one login that is a member of both roles can serve; an operator may give each subgraph a
 * login of its own. A statement may take ten seconds unless `limits` says otherwise.
 */
export function sessionOptions(schema: string, role: string, limits: Partial<SessionLimits> = {}): string {
  const { statementMs = 10_000, lockMs = 0, idleInTransactionMs = 0 } = limits;
  const settings = {
    role,
    search_path: `${schema},extensions`,
    statement_timeout: statementMs,
    lock_timeout: lockMs,
    idle_in_transaction_session_timeout: idleInTransactionMs,
    TimeZone: 'UTC',
  };
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
}
