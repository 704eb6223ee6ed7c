import type { Viewer } from '@graphess/subgraph-kit';
import type { ReviewAssignment } from '../review/review-assignment.type.ts';
import type { Review } from './review.type.ts';

/**
 * The reviews of an application that somebody may read. Whoever has one to give reads the others only once theirs is in,
 * agent or not; drafts are their authors’ alone.
 */
export function shownReviews(
  { subject }: Pick<Viewer, 'subject'>,
  reviews: readonly Review[],
  assignments: readonly Pick<ReviewAssignment, 'reviewer' | 'recusedAt'>[],
): Review[] {
  const isJudge = assignments.some(({ reviewer, recusedAt }) => reviewer === subject && recusedAt === null);
  const own = reviews.find(({ reviewer }) => reviewer === subject);
  const isBlind = isJudge && (own === undefined || own.submittedAt === null);
  return reviews.filter((each) => each === own || (!isBlind && each.submittedAt !== null));
}
