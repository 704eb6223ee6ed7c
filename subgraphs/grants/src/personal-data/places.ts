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
  { table: 'payment_cancellation', column: 'recorded_by' },
  { table: 'payment_cancellation', column: 'cancelled_by' },
  { table: 'report', column: 'submitted_by' },
  { table: 'report', column: 'decided_by' },
  { table: 'support', column: 'recorded_by' },
  { table: 'club_member', column: 'recorded_by' },
  { table: 'joint_project', column: 'proposed_by' },
  { table: 'idempotency_key', column: 'owner' },
];

/** The applications of which a person, `$1`, did something. */
export const APPLICATIONS_OF_SUBJECT = `
  SELECT application_id FROM application_transition WHERE actor = $1
  UNION SELECT application_id FROM review_assignment WHERE $1 IN (reviewer, assigned_by)
  UNION SELECT r.application_id FROM conflict_lift l JOIN review_assignment r ON r.id = l.assignment_id WHERE l.lifted_by = $1
  UNION SELECT application_id FROM award WHERE decided_by = $1
  UNION SELECT application_id FROM payment WHERE recorded_by = $1
  UNION SELECT application_id FROM payment_cancellation WHERE $1 IN (recorded_by, cancelled_by)
  UNION SELECT application_id FROM report WHERE $1 IN (submitted_by, decided_by)`;

const OF_REVIEWER = 'SELECT id FROM review_assignment WHERE reviewer = $1';
const ON_APPLICATIONS = 'SELECT id FROM review_assignment WHERE application_id = ANY($1)';
const OF_APPLICATION = 't.application_id = ANY($1)';

/** What stands where a text stood. */
export const BLANK = { NULL: 'NULL', EMPTY: `''`, EMPTY_LIST: `'{""}'` } as const;

/**
 * What people wrote of applications: the rows `t` of a person, by their subject, and those of applications, by their ids. The
 * form, its attachments and its reports are the structure’s, of which the person to contact alone is taken out.
 */
export const WRITTEN_PLACES: readonly {
  readonly table: string;
  readonly column: string;
  readonly by: string;
  readonly of: string;
  readonly blank: string;
}[] = [
  {
    ...{ table: 'application_transition', column: 'reason', blank: BLANK.NULL },
    ...{ by: 't.actor = $1', of: OF_APPLICATION },
  },
  {
    ...{ table: 'review_assignment', column: 'recusal_reason', blank: BLANK.NULL },
    ...{ by: 't.reviewer = $1', of: OF_APPLICATION },
  },
  {
    ...{ table: 'conflict_lift', column: 'reason', blank: BLANK.EMPTY },
    ...{ by: 't.lifted_by = $1', of: `t.assignment_id IN (${ON_APPLICATIONS})` },
  },
  {
    ...{ table: 'review', column: 'comment', blank: BLANK.NULL },
    ...{ by: `t.assignment_id IN (${OF_REVIEWER})`, of: OF_APPLICATION },
  },
  {
    ...{ table: 'review_score', column: 'comment', blank: BLANK.NULL },
    ...{ by: `t.assignment_id IN (${OF_REVIEWER})`, of: `t.assignment_id IN (${ON_APPLICATIONS})` },
  },
  ...(['reason', 'points'] as const).map((column) => ({
    ...{ table: 'information_request', column, of: OF_APPLICATION },
    blank: column === 'points' ? BLANK.EMPTY_LIST : BLANK.EMPTY,
    // Its author is that of the step that asked.
    by: `EXISTS (SELECT FROM application_transition step
                  WHERE step.application_id = t.application_id AND step.at = t.requested_at AND step.actor = $1)`,
  })),
  {
    ...{ table: 'report', column: 'reason', blank: BLANK.EMPTY },
    ...{ by: 't.decided_by = $1', of: OF_APPLICATION },
  },
  {
    ...{ table: 'payment_cancellation', column: 'reason', blank: BLANK.EMPTY },
    ...{ by: 't.cancelled_by = $1', of: OF_APPLICATION },
  },
];
