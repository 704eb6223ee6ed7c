import { loadMany, type Viewer } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { assignmentsById } from '../review/review-assignment.queries.ts';
import type { ReviewAssignment } from '../review/review-assignment.type.ts';
import { conflictCandidates, type FoundConflict } from './conflict.rules.ts';
import type { ConflictCandidate } from './conflict.type.ts';
import { edgesAround } from './conflict-edges.queries.ts';

/** The structures that a reviewer comes from, and the one that applies. */
export type Pair = { reviewer: readonly string[]; applicant: string };

/** What may bind a reviewer to an applicant, by what the graph says now. */
export async function candidatesBetween(db: EntityManager, pair: Pair): Promise<FoundConflict[]> {
  if (pair.reviewer.length === 0) return [];
  const edges = await edgesAround(db, [...pair.reviewer, pair.applicant]);
  return conflictCandidates({ ...pair, edges });
}

/**
 * The structures to look at for an assignment: the one that sends the reviewer to the jury, and the one that the reviewer
 * acts for when they look themselves.
 */
export function structuresOf(
  { reviewer, reviewerOrganizationId }: Pick<ReviewAssignment, 'reviewer' | 'reviewerOrganizationId'>,
  { subject, organization }: Pick<Viewer, 'subject' | 'organization'>,
): string[] {
  const own = reviewer === subject ? organization : null;
  return [...new Set([reviewerOrganizationId, own].filter((id) => id !== null))];
}

type Held = ConflictCandidate & { assignmentId: string };

/** The candidates of assignments, with those that an agent lifted marked: three statements for all of a request. */
export const candidatesOfAssignment = loadMany<Held>(
  async ({ db, viewer }, assignmentIds) => {
    const assignments = await assignmentsById(db, assignmentIds);
    const pairs = assignments.map((each) => ({
      assignmentId: each.id,
      reviewer: structuresOf(each, viewer),
      applicant: each.organizationId,
    }));
    const ids = pairs.flatMap(({ reviewer, applicant }) => [...reviewer, applicant]);
    const [edges, lifted] = [
      await edgesAround(db, [...new Set(ids)]),
      await liftedCandidates(db, assignmentIds),
    ];
    return pairs.flatMap(({ assignmentId, ...pair }) =>
      conflictCandidates({ ...pair, edges }).map((each) => ({
        ...each,
        assignmentId,
        lifted: lifted.has(`${assignmentId} ${each.id}`),
      })),
    );
  },
  ({ assignmentId }) => assignmentId,
);

/** The candidates that agents lifted, each as its assignment and its id. */
export async function liftedCandidates(
  db: EntityManager,
  assignmentIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows: { key: string }[] = await db.query(
    `SELECT assignment_id || ' ' || candidate AS key FROM conflict_lift WHERE assignment_id = ANY($1)`,
    [assignmentIds],
  );
  return new Set(rows.map(({ key }) => key));
}

/** What binds a reviewer by what the graph says now, and no agent lifted. */
export async function openCandidates(
  tx: EntityManager,
  assignment: ReviewAssignment,
  viewer: Pick<Viewer, 'subject' | 'organization'>,
): Promise<FoundConflict[]> {
  const { id, organizationId } = assignment;
  const candidates = await candidatesBetween(tx, {
    reviewer: structuresOf(assignment, viewer),
    applicant: organizationId,
  });
  const lifted = await liftedCandidates(tx, [id]);
  return candidates.filter((each) => !lifted.has(`${id} ${each.id}`));
}
