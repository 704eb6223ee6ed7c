import { ConflictError, NotFoundError, PermissionError, ValidationError } from '@graphess/subgraph-kit';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { ReviewAssignment } from '../review/review-assignment.type.ts';
import { ConflictOfInterestError } from './conflict.type.ts';

@ObjectType({ description: 'La déclaration est enregistrée ; avec un lien, le juré est récusé.' })
export class DeclareConflictSuccess {
  @Field(() => ReviewAssignment, { description: 'L’évaluation, ouverte ou récusée.' })
  assignment!: ReviewAssignment;
}

@ObjectType({ description: 'Le juré est récusé ; ce qu’il avait noté ne compte plus.' })
export class RecuseReviewerSuccess {
  @Field(() => ReviewAssignment, { description: 'L’évaluation récusée.' })
  assignment!: ReviewAssignment;
}

@ObjectType({ description: 'Le lien est écarté : le juré peut déclarer que rien ne le lie.' })
export class LiftConflictSuccess {
  @Field(() => ReviewAssignment, { description: 'L’évaluation, avec ses liens.' })
  assignment!: ReviewAssignment;
}

export const DeclareConflictPayload = createUnionType({
  name: 'DeclareConflictPayload',
  description: 'Ce que donne la déclaration d’un juré.',
  types: () =>
    [
      ...([DeclareConflictSuccess, ConflictOfInterestError] as const),
      ...([ValidationError, PermissionError, NotFoundError, ConflictError] as const),
    ] as const,
});

export const RecuseReviewerPayload = createUnionType({
  name: 'RecuseReviewerPayload',
  description: 'Ce que donne la récusation d’un juré par un agent.',
  types: () =>
    [RecuseReviewerSuccess, ValidationError, PermissionError, NotFoundError, ConflictError] as const,
});

export const LiftConflictPayload = createUnionType({
  name: 'LiftConflictPayload',
  description: 'Ce que donne un lien écarté par un agent.',
  types: () => [LiftConflictSuccess, ValidationError, PermissionError, NotFoundError, ConflictError] as const,
});
