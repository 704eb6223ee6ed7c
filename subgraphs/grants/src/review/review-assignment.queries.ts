import { knownUnder } from '@graphess/reference';
import { ConflictError, type Context, loadMany, NotFoundError } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { ApplicationState } from '../application/application.state.ts';
import type { Juror, ReviewAssignment } from './review-assignment.type.ts';

const ASSIGNMENT_COLUMNS = `
  r.id, r.application_id AS "applicationId", a.call_id AS "callId", a.organization_id AS "organizationId",
  a.applicant_name AS "applicantName", r.reviewer, r.reviewer_organization_id AS "reviewerOrganizationId",
  r.assigned_at AS "assignedAt", r.assigned_by AS "assignedBy", r.declared_at AS "declaredAt",
  r.recused_at AS "recusedAt", r.recusal_kind AS "recusalKind", r.recusal_reason AS "recusalReason", r.version`;

const ASSIGNMENTS = `review_assignment r JOIN application a ON a.id = r.application_id`;

/** An assignment with what decides whether it may still change, and by whom. */
export type LockedAssignment = ReviewAssignment & { state: ApplicationState; isOwn: boolean };

export const jurorsOfCall = loadMany<Juror>(
  ({ db }, callIds) =>
    db.query(
      `SELECT call_id AS "callId", subject, organization_id AS "organizationId", added_at AS "addedAt"
         FROM juror WHERE call_id = ANY($1) ORDER BY subject`,
      [callIds],
    ),
  ({ callId }) => callId,
);

/** Those who were given an application, in the order in which they were. */
export const assignmentsOfApplication = loadMany<ReviewAssignment>(
  ({ db }, applicationIds) =>
    db.query(
      `SELECT ${ASSIGNMENT_COLUMNS} FROM ${ASSIGNMENTS}
        WHERE r.application_id = ANY($1) ORDER BY r.assigned_at, r.reviewer`,
      [applicationIds],
    ),
  ({ applicationId }) => applicationId,
);

/** What somebody of the jury was given, the newest first; a withdrawn application is nobody’s work any more. */
export function assignmentsOfReviewer({ db, viewer }: Context): Promise<ReviewAssignment[]> {
  return db.query(
    `SELECT ${ASSIGNMENT_COLUMNS} FROM ${ASSIGNMENTS}
      WHERE r.reviewer = $1 AND a.state <> 'WITHDRAWN' ORDER BY r.assigned_at DESC, r.id LIMIT 100`,
    [viewer.subject],
  );
}

/** Assignments by their ids, in any order. */
export function assignmentsById(db: EntityManager, ids: readonly string[]): Promise<ReviewAssignment[]> {
  return db.query(`SELECT ${ASSIGNMENT_COLUMNS} FROM ${ASSIGNMENTS} WHERE r.id = ANY($1)`, [ids]);
}

/** An assignment by its id, after a write: it is there. */
export async function existingAssignment(tx: EntityManager, id: string): Promise<ReviewAssignment> {
  const [found] = await assignmentsById(tx, [id]);
  if (found === undefined) throw new TypeError('An assignment that was just written is not there');
  return found;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * An assignment as whoever asks may see it, held until the transaction ends together with where its application stands:
 * jurors have their own alone. The application is held first, as everybody does.
 */
export async function lockAssignment(
  tx: EntityManager,
  { viewer }: Pick<Context, 'viewer'>,
  { assignmentId, expectedVersion = null }: { assignmentId: string; expectedVersion?: number | null },
): Promise<LockedAssignment | NotFoundError | ConflictError> {
  const isStaff = viewer.roles.some((role) => role === 'agent' || role === 'admin');
  const [found]: LockedAssignment[] = UUID.test(assignmentId)
    ? await tx.query(
        `SELECT ${ASSIGNMENT_COLUMNS}, a.state,
                a.organization_id IN (SELECT known.id FROM (${knownUnder('$4')}) known) AS "isOwn"
           FROM ${ASSIGNMENTS}
          WHERE r.id = $1 AND ($2::boolean OR r.reviewer = $3) FOR SHARE OF a FOR UPDATE OF r`,
        [assignmentId, isStaff, viewer.subject, viewer.organization === null ? [] : [viewer.organization]],
      )
    : [];
  if (found === undefined) return assignmentNotFound();
  if (expectedVersion !== null && found.version !== expectedVersion) {
    return ConflictError.of(
      'Cette évaluation a changé entre-temps : relisez-la avant de recommencer.',
      found.version,
    );
  }
  return found;
}

export function assignmentNotFound(): NotFoundError {
  return Object.assign(new NotFoundError(), {
    code: 'ASSIGNMENT_NOT_FOUND',
    message: 'Cette évaluation n’existe pas, ou n’est pas la vôtre.',
    path: ['assignmentId'],
  });
}
