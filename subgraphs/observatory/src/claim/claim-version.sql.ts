/** The version of what is held on the field of a row of `claim`: 1, plus the number of decisions. */
export const CLAIM_VERSION_SQL = `1 + coalesce((SELECT decisions FROM claim_decision decided
  WHERE decided.subject = claim.subject AND decided.field = claim.field), 0)`;
