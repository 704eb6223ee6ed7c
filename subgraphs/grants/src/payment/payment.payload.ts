import { ConflictError, NotFoundError, PermissionError, ValidationError } from '@graphess/subgraph-kit';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Application } from '../application/application.entity.ts';

@ObjectType({ description: 'Le versement est noté comme fait.' })
export class RecordPaymentSuccess {
  @Field(() => Application, { description: 'La candidature lauréate.' })
  application!: Application;
}

@ObjectType({ description: 'Le versement n’est plus noté comme fait ; il reste dû.' })
export class CancelPaymentSuccess {
  @Field(() => Application, { description: 'La candidature lauréate.' })
  application!: Application;
}

export const RecordPaymentPayload = createUnionType({
  name: 'RecordPaymentPayload',
  description: 'Ce que donne la saisie d’un versement.',
  types: () =>
    [RecordPaymentSuccess, ValidationError, ConflictError, NotFoundError, PermissionError] as const,
});

export const CancelPaymentPayload = createUnionType({
  name: 'CancelPaymentPayload',
  description: 'Ce que donne l’annulation d’un versement.',
  types: () =>
    [CancelPaymentSuccess, ValidationError, ConflictError, NotFoundError, PermissionError] as const,
});
