import { ConflictError, NotFoundError, PermissionError, ValidationError } from '@graphess/subgraph-kit';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Application } from '../application/application.entity.ts';
import { CallClosedError } from '../submission/call-closed-error.type.ts';

@ObjectType({ description: 'Le brouillon est ouvert.' })
export class StartApplicationSuccess {
  @Field(() => Application, { description: 'Le brouillon.' })
  application!: Application;
}

export const StartApplicationPayload = createUnionType({
  name: 'StartApplicationPayload',
  description: 'Ce que donne l’ouverture d’un brouillon.',
  types: () =>
    [
      StartApplicationSuccess,
      ValidationError,
      NotFoundError,
      ConflictError,
      PermissionError,
      CallClosedError,
    ] as const,
});
