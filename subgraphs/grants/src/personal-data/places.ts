/** Where the opaque subject of a person stands, besides the journal, whose rows are never changed. */
export const SUBJECT_PLACES: readonly { readonly table: string; readonly column: string }[] = [
  { table: 'application_transition', column: 'actor' },
  { table: 'review_assignment', column: 'reviewer' },
  { table: 'review_assignment', column: 'assigned_by' },
  { table: 'juror', column: 'subject' },
  { table: 'juror', column: 'added_by' },
  { table: 'conflict_lift', column: 'lifted_by' },
  { table: 'award', column: 'decided_by' },
  { table: 'payment', column: 'recorded_by' },
  { table: 'idempotency_key', column: 'owner' },
];

/** What a person wrote, found by their subject. */
export const WRITTEN_PLACES: readonly {
  readonly table: string;
  readonly column: string;
  readonly by: string;
}[] = [
  { table: 'application_transition', column: 'reason', by: 't.actor = $1' },
  { table: 'review_assignment', column: 'recusal_reason', by: 't.reviewer = $1' },
  {
    table: 'review',
    column: 'comment',
    by: 't.assignment_id IN (SELECT id FROM review_assignment WHERE reviewer = $1)',
  },
  {
    table: 'review_score',
    column: 'comment',
    by: 't.assignment_id IN (SELECT id FROM review_assignment WHERE reviewer = $1)',
  },
];
