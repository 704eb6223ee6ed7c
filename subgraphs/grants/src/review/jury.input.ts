import { Field, ID, InputType, Int } from 'type-graphql';
import { EXPECTED_VERSION, IDEMPOTENCY_KEY } from '../attempt/input-descriptions.ts';

@InputType({ description: 'Une personne à faire entrer au jury d’une édition.' })
export class AddJurorInput {
  @Field(() => Int, { description: 'Numéro de l’édition.' })
  edition!: number;

  @Field(() => String, { description: 'Identifiant opaque de la personne, tel que le donne sa connexion.' })
  subject!: string;

  @Field(() => ID, { nullable: true, description: 'Structure qui l’envoie : `ORG:…`, si elle en a une.' })
  organization?: string | null;

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}

@InputType({ description: 'Une candidature à confier à un juré.' })
export class AssignReviewerInput {
  @Field(() => ID, { description: 'Candidature : `APP:…`.' })
  applicationId!: string;

  @Field(() => String, { description: 'Identifiant opaque d’une personne du jury de l’édition.' })
  reviewer!: string;

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}

@InputType({ description: 'Une candidature à retirer à un juré qui ne l’a pas évaluée.' })
export class UnassignReviewerInput {
  @Field(() => ID, { description: 'Évaluation confiée.' })
  assignmentId!: string;

  @Field(() => Int, { description: EXPECTED_VERSION })
  expectedVersion!: number;

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}
