import { ConflictError, NotFoundError, PermissionError, ValidationError } from '@graphess/subgraph-kit';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Review } from './review.type.ts';

@ObjectType({ description: 'L’évaluation est gardée, ou rendue.' })
export class SubmitReviewSuccess {
  @Field(() => Review, { description: 'L’évaluation.' })
  review!: Review;
}

export const SubmitReviewPayload = createUnionType({
  name: 'SubmitReviewPayload',
  description: 'Ce que donne une évaluation envoyée.',
  types: () => [SubmitReviewSuccess, ValidationError, PermissionError, NotFoundError, ConflictError] as const,
});
