import { ConflictError, NotFoundError, PermissionError, ValidationError } from '@graphess/subgraph-kit';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Application } from '../application/application.entity.ts';
import { EnvelopeExceededError } from '../envelope/envelope-exceeded.type.ts';

@ObjectType({ description: 'La décision est écrite.' })
export class DecisionSuccess {
  @Field(() => Application, { description: 'La candidature, après elle.' })
  application!: Application;
}

@ObjectType({ description: 'Toutes les décisions sont écrites.' })
export class DecideApplicationsSuccess {
  @Field(() => [Application], {
    description: 'Les candidatures après elles, dans l’ordre de la demande ; cent au plus.',
  })
  applications!: Application[];
}

export const DecisionPayload = createUnionType({
  name: 'DecisionPayload',
  description: 'Ce que donne une décision sur une candidature.',
  types: () => [DecisionSuccess, ValidationError, PermissionError, NotFoundError, ConflictError] as const,
});

export const AwardApplicationPayload = createUnionType({
  name: 'AwardApplicationPayload',
  description: 'Ce que donne une subvention à accorder.',
  types: () =>
    [
      DecisionSuccess,
      EnvelopeExceededError,
      ValidationError,
      PermissionError,
      NotFoundError,
      ConflictError,
    ] as const,
});

export const DecideApplicationsPayload = createUnionType({
  name: 'DecideApplicationsPayload',
  description: 'Ce que donnent les décisions d’un jury.',
  types: () =>
    [
      DecideApplicationsSuccess,
      EnvelopeExceededError,
      ValidationError,
      PermissionError,
      ConflictError,
    ] as const,
});
