import { ConflictError, NotFoundError, PermissionError, ValidationError } from '@graphess/subgraph-kit';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Application } from '../application/application.entity.ts';

@ObjectType({ description: 'Le compte rendu est envoyé.' })
export class SubmitReportSuccess {
  @Field(() => Application, { description: 'La candidature lauréate.' })
  application!: Application;
}

@ObjectType({ description: 'Le compte rendu est accepté : ses résultats sont publics.' })
export class AcceptReportSuccess {
  @Field(() => Application, { description: 'La candidature lauréate.' })
  application!: Application;
}

@ObjectType({ description: 'Le compte rendu est renvoyé au lauréat.' })
export class ReturnReportSuccess {
  @Field(() => Application, { description: 'La candidature lauréate.' })
  application!: Application;
}

export const SubmitReportPayload = createUnionType({
  name: 'SubmitReportPayload',
  description: 'Ce que donne l’envoi d’un compte rendu.',
  types: () => [SubmitReportSuccess, ValidationError, ConflictError, NotFoundError, PermissionError] as const,
});

export const AcceptReportPayload = createUnionType({
  name: 'AcceptReportPayload',
  description: 'Ce que donne l’acceptation d’un compte rendu.',
  types: () => [AcceptReportSuccess, ValidationError, ConflictError, NotFoundError, PermissionError] as const,
});

export const ReturnReportPayload = createUnionType({
  name: 'ReturnReportPayload',
  description: 'Ce que donne le renvoi d’un compte rendu.',
  types: () => [ReturnReportSuccess, ValidationError, ConflictError, NotFoundError, PermissionError] as const,
});
