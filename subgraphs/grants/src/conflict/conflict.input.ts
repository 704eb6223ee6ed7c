import { Field, ID, InputType, Int } from 'type-graphql';
import { EXPECTED_VERSION, IDEMPOTENCY_KEY, REASON } from '../attempt/input-descriptions.ts';
import { ConflictKind } from './conflict.kind.ts';

@InputType({ description: 'Ce qu’un juré déclare avant de lire une candidature.' })
export class DeclareConflictInput {
  @Field(() => ID, { description: 'Évaluation confiée.' })
  assignmentId!: string;

  @Field(() => Boolean, { description: 'Vrai s’il déclare que rien ne le lie à la structure qui candidate.' })
  nothing!: boolean;

  @Field(() => ConflictKind, { nullable: true, description: 'Le lien qu’il déclare, sinon : il se récuse.' })
  conflict?: ConflictKind | null;

  @Field(() => String, { nullable: true, description: `${REASON} Demandé pour un lien personnel.` })
  reason?: string | null;

  @Field(() => Int, { description: EXPECTED_VERSION })
  expectedVersion!: number;

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}

@InputType({ description: 'Un juré qu’un agent récuse.' })
export class RecuseReviewerInput {
  @Field(() => ID, { description: 'Évaluation confiée.' })
  assignmentId!: string;

  @Field(() => ConflictKind, { description: 'Le lien en cause.' })
  conflict!: ConflictKind;

  @Field(() => String, { description: REASON })
  reason!: string;

  @Field(() => Int, { description: EXPECTED_VERSION })
  expectedVersion!: number;

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}

@InputType({ description: 'Un lien qu’un second agent écarte.' })
export class LiftConflictInput {
  @Field(() => ID, { description: 'Évaluation confiée.' })
  assignmentId!: string;

  @Field(() => ID, { description: 'Le lien, tel que `ReviewAssignment.candidates` le désigne.' })
  candidate!: string;

  @Field(() => String, { description: REASON })
  reason!: string;

  @Field(() => Int, { description: EXPECTED_VERSION })
  expectedVersion!: number;

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}
