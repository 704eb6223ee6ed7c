import { ConflictError, NotFoundError, PermissionError, ValidationError } from '@graphess/subgraph-kit';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Call } from './call.entity.ts';

@ObjectType({ description: 'L’édition est publiée.' })
export class PublishCallSuccess {
  @Field(() => Call, { description: 'L’édition.' })
  call!: Call;
}

export const PublishCallPayload = createUnionType({
  name: 'PublishCallPayload',
  description: 'Ce que donne la publication d’une édition.',
  types: () => [PublishCallSuccess, ValidationError, ConflictError, PermissionError] as const,
});

@ObjectType({ description: 'L’édition est modifiée.' })
export class AmendCallSuccess {
  @Field(() => Call, { description: 'L’édition, après la modification.' })
  call!: Call;
}

export const AmendCallPayload = createUnionType({
  name: 'AmendCallPayload',
  description: 'Ce que donne la modification d’une édition.',
  types: () => [AmendCallSuccess, ValidationError, ConflictError, NotFoundError, PermissionError] as const,
});
