import { ConflictError, NotFoundError, PermissionError, ValidationError } from '@graphess/subgraph-kit';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { QualityFinding } from './quality-finding.entity.ts';

@ObjectType({ description: 'Le signalement est traité.' })
export class ResolveQualityFindingSuccess {
  @Field(() => QualityFinding, { description: 'Le signalement.' })
  finding!: QualityFinding;
}

export const ResolveQualityFindingPayload = createUnionType({
  name: 'ResolveQualityFindingPayload',
  description: 'Ce que donne une décision sur un signalement.',
  types: () =>
    [ResolveQualityFindingSuccess, ValidationError, PermissionError, NotFoundError, ConflictError] as const,
});
