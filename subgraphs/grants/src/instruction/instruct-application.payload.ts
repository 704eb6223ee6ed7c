import { ConflictError, NotFoundError, PermissionError, ValidationError } from '@graphess/subgraph-kit';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Application } from '../application/application.entity.ts';

@ObjectType({ description: 'La candidature a changé d’état.' })
export class InstructApplicationSuccess {
  @Field(() => Application, { description: 'La candidature.' })
  application!: Application;
}

export const InstructApplicationPayload = createUnionType({
  name: 'InstructApplicationPayload',
  description: 'Ce que donne une étape de l’instruction d’une candidature.',
  types: () =>
    [InstructApplicationSuccess, NotFoundError, ValidationError, ConflictError, PermissionError] as const,
});
