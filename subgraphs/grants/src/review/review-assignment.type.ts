import { DateTimeScalar } from '@graphess/subgraph-kit';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ConflictKind } from '../conflict/conflict.kind.ts';

@ObjectType({ description: 'Une personne du jury d’une édition.' })
export class Juror {
  callId!: string;

  @Field(() => String, { description: 'Identifiant opaque de la personne ; son nom n’est pas ici.' })
  subject!: string;

  organizationId!: string | null;

  @Field(() => DateTimeScalar, { description: 'Instant où elle a rejoint le jury.' })
  addedAt!: Date;
}

/**
 * Somebody of the jury who is to review an application. Until they declared that nothing binds them, it tells what they
 * need for that and nothing more.
 */
@ObjectType({ description: 'Une candidature confiée à un juré.' })
export class ReviewAssignment {
  @Field(() => ID, { description: 'Identifiant de cette évaluation confiée.' })
  id!: string;

  applicationId!: string;
  callId!: string;
  organizationId!: string;
  reviewerOrganizationId!: string | null;

  @Field(() => String, { description: 'Nom de la structure qui candidate, pour savoir si un lien existe.' })
  applicantName!: string;

  @Field(() => String, { description: 'Identifiant opaque du juré.' })
  reviewer!: string;

  @Field(() => DateTimeScalar, { description: 'Instant où la candidature lui a été confiée.' })
  assignedAt!: Date;

  assignedBy!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Instant où il a déclaré n’avoir aucun lien, nul s’il ne l’a pas fait.',
  })
  declaredAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Instant où il a été récusé, ou s’est récusé ; nul sinon.',
  })
  recusedAt!: Date | null;

  @Field(() => ConflictKind, {
    nullable: true,
    description: 'Lien qui l’a fait récuser, nul s’il ne l’est pas.',
  })
  recusalKind!: ConflictKind | null;

  @Field(() => String, { nullable: true, description: 'Ce qui en est dit, pour lui et les agents.' })
  recusalReason!: string | null;

  @Field(() => Int, { description: 'Version, à rappeler pour la modifier.' })
  version!: number;
}
