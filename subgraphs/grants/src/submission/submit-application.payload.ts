import { ConflictError, NotFoundError, PermissionError, ValidationError } from '@graphess/subgraph-kit';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Application } from '../application/application.entity.ts';
import { CallClosedError } from './call-closed-error.type.ts';

@ObjectType({ description: 'La candidature est déposée.' })
export class SubmitApplicationSuccess {
  @Field(() => Application, { description: 'La candidature, avec son numéro de dossier.' })
  application!: Application;

  @Field(() => String, { description: 'Adresse du récépissé.' })
  receiptUrl!: string;
}

export const SubmitApplicationPayload = createUnionType({
  name: 'SubmitApplicationPayload',
  description: 'Ce que donne le dépôt d’une candidature.',
  types: () =>
    [
      SubmitApplicationSuccess,
      NotFoundError,
      ValidationError,
      ConflictError,
      PermissionError,
      CallClosedError,
    ] as const,
});
