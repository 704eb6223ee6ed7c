import type { Context } from '@graphess/subgraph-kit';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Application } from '../application/application.entity.ts';
import { viewNoted } from '../application/note-view.ts';
import { assignmentsOfApplication } from '../review/review-assignment.queries.ts';
import { ReviewAssignment } from '../review/review-assignment.type.ts';
import { reviewOfAssignment, reviewsOfApplication } from './review.queries.ts';
import { Review } from './review.type.ts';
import { shownReviews } from './shown-reviews.rules.ts';
import { SubmitReviewInput } from './submit-review.input.ts';
import { SubmitReviewPayload } from './submit-review.payload.ts';
import { submitReview } from './submit-review.ts';

@Resolver(() => Application)
export class ApplicationReviewsResolver {
  @FieldResolver(() => [Review], {
    description:
      'Évaluations rendues, pour les agents et pour les jurés qui ont rendu la leur ; avant, un juré ne lit que la sienne.',
  })
  async reviews(@Root() { id }: Application, @Ctx() ctx: Context): Promise<Review[]> {
    const [reviews, assignments] = await Promise.all([
      reviewsOfApplication(ctx).load(id),
      assignmentsOfApplication(ctx).load(id),
    ]);
    const shown = shownReviews(ctx.viewer, reviews, assignments);
    if (shown.length > 0) await viewNoted(ctx).load(id);
    return shown;
  }
}

@Resolver(() => ReviewAssignment)
export class AssignmentReviewResolver {
  @FieldResolver(() => Review, {
    nullable: true,
    description: 'Ce que le juré en pense, brouillon compris pour lui ; nul tant qu’il n’a rien noté.',
  })
  async review(
    @Root() { id, applicationId, reviewer }: ReviewAssignment,
    @Ctx() ctx: Context,
  ): Promise<Review | null> {
    const review = await reviewOfAssignment(ctx).load(id);
    if (review === null || (reviewer !== ctx.viewer.subject && review.submittedAt === null)) return null;
    await viewNoted(ctx).load(applicationId);
    return review;
  }
}

@Resolver()
export class ReviewWritesResolver {
  @Mutation(() => SubmitReviewPayload, {
    description:
      'Garde l’évaluation d’un juré en brouillon, ou la rend. Rendue, elle ne change plus, et ouvre celles des autres. Réservé au juré, une fois ses liens déclarés.',
  })
  submitReview(
    @Arg('input', () => SubmitReviewInput, { description: 'L’évaluation.' }) input: SubmitReviewInput,
    @Ctx() ctx: Context,
  ): Promise<typeof SubmitReviewPayload> {
    return submitReview(ctx, input);
  }
}
