import { ConflictError, NotFoundError, PermissionError, ValidationError } from '@graphess/subgraph-kit';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Support } from './support.type.ts';

@ObjectType({ description: 'L’accompagnement est noté.' })
export class RecordSupportSuccess {
  @Field(() => Support, { description: 'L’accompagnement.' })
  support!: Support;
}

@ObjectType({ description: 'L’accompagnement est fini.' })
export class EndSupportSuccess {
  @Field(() => Support, { description: 'L’accompagnement.' })
  support!: Support;
}

export const RecordSupportPayload = createUnionType({
  name: 'RecordSupportPayload',
  description: 'Ce que donne la saisie d’un accompagnement.',
  types: () =>
    [RecordSupportSuccess, ValidationError, ConflictError, NotFoundError, PermissionError] as const,
});

export const EndSupportPayload = createUnionType({
  name: 'EndSupportPayload',
  description: 'Ce que donne la fin d’un accompagnement.',
  types: () => [EndSupportSuccess, ValidationError, ConflictError, NotFoundError, PermissionError] as const,
});
