/** What became of the applications of a call; `pending` wait for a decision. */
export type CallCounted = {
  readonly applications: number;
  readonly eligible: number;
  readonly shortlisted: number;
  readonly auditioned: number;
  readonly awarded: number;
  readonly pending: number;
};
