import { ConflictError, NotFoundError, PermissionError, ValidationError } from '@graphess/subgraph-kit';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Application } from '../application/application.entity.ts';

@ObjectType({ description: 'La convention est signée.' })
export class SignAgreementSuccess {
  @Field(() => Application, { description: 'La candidature lauréate.' })
  application!: Application;
}

@ObjectType({ description: 'L’avenant est enregistré.' })
export class AmendAgreementSuccess {
  @Field(() => Application, { description: 'La candidature lauréate.' })
  application!: Application;
}

export const SignAgreementPayload = createUnionType({
  name: 'SignAgreementPayload',
  description: 'Ce que donne la signature d’une convention.',
  types: () =>
    [SignAgreementSuccess, ValidationError, ConflictError, NotFoundError, PermissionError] as const,
});

export const AmendAgreementPayload = createUnionType({
  name: 'AmendAgreementPayload',
  description: 'Ce que donne un avenant.',
  types: () =>
    [AmendAgreementSuccess, ValidationError, ConflictError, NotFoundError, PermissionError] as const,
});
