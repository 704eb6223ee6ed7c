import { Claim } from '@graphess/provenance';
import { ConflictError, NotFoundError, PermissionError, ValidationError } from '@graphess/subgraph-kit';
import { createUnionType, Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'L’affirmation est retenue ; les autres du même champ ne le sont plus.' })
export class MarkClaimCurrentSuccess {
  @Field(() => Claim, { description: 'L’affirmation.' })
  claim!: Claim;
}

export const MarkClaimCurrentPayload = createUnionType({
  name: 'MarkClaimCurrentPayload',
  description: 'Ce que donne le choix d’une affirmation.',
  types: () =>
    [MarkClaimCurrentSuccess, ValidationError, PermissionError, NotFoundError, ConflictError] as const,
});
