import { ConflictError, NotFoundError, PermissionError, ValidationError } from '@graphess/subgraph-kit';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Application } from '../application/application.entity.ts';
import { Call } from '../call/call.entity.ts';
import { ConflictOfInterestError } from '../conflict/conflict.type.ts';
import { ReviewAssignment } from './review-assignment.type.ts';

@ObjectType({ description: 'La personne est du jury.' })
export class AddJurorSuccess {
  @Field(() => Call, { description: 'L’édition, avec son jury.' })
  call!: Call;
}

@ObjectType({ description: 'La candidature est confiée au juré, qui doit d’abord déclarer ses liens.' })
export class AssignReviewerSuccess {
  @Field(() => ReviewAssignment, { description: 'L’évaluation confiée.' })
  assignment!: ReviewAssignment;
}

@ObjectType({ description: 'La candidature n’est plus confiée au juré.' })
export class UnassignReviewerSuccess {
  @Field(() => Application, { nullable: true, description: 'La candidature.' })
  application!: Application | null;
}

export const AddJurorPayload = createUnionType({
  name: 'AddJurorPayload',
  description: 'Ce que donne l’entrée d’une personne au jury.',
  types: () => [AddJurorSuccess, ValidationError, PermissionError, NotFoundError, ConflictError] as const,
});

export const AssignReviewerPayload = createUnionType({
  name: 'AssignReviewerPayload',
  description: 'Ce que donne une candidature confiée à un juré.',
  types: () =>
    [
      ...([AssignReviewerSuccess, ConflictOfInterestError] as const),
      ...([ValidationError, PermissionError, NotFoundError, ConflictError] as const),
    ] as const,
});

export const UnassignReviewerPayload = createUnionType({
  name: 'UnassignReviewerPayload',
  description: 'Ce que donne une candidature retirée à un juré.',
  types: () =>
    [UnassignReviewerSuccess, ValidationError, PermissionError, NotFoundError, ConflictError] as const,
});
