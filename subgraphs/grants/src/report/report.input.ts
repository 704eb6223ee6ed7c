import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { EXPECTED_VERSION, IDEMPOTENCY_KEY, REASON } from '../attempt/input-descriptions.ts';

@InputType({ description: 'Un résultat du projet.' })
export class OutcomeInput {
  @Field(() => String, { description: 'Code, en majuscules : `PERSONNES_ACCOMPAGNEES`.' })
  code!: string;

  @Field(() => String, { description: 'Ce qui est compté ou mesuré ; 200 caractères au plus.' })
  label!: string;

  @Field(() => String, { description: 'Unité ; 60 caractères au plus.' })
  unit!: string;

  @Field(() => Float, { nullable: true, description: 'Valeur prévue, dans l’unité.' })
  planned?: number | null;

  @Field(() => Float, { nullable: true, description: 'Valeur atteinte, dans l’unité.' })
  achieved?: number | null;
}

@InputType({ description: 'Un compte rendu envoyé au Département.' })
export class SubmitReportInput {
  @Field(() => ID, { description: 'Candidature lauréate : `APP:…`.' })
  applicationId!: string;

  @Field(() => String, { description: 'Code du compte rendu dans l’édition.' })
  code!: string;

  @Field(() => Int, { description: `${EXPECTED_VERSION} 0 pour un premier envoi.` })
  expectedVersion!: number;

  @Field(() => String, { description: 'Bilan, de 20 à 10 000 caractères.' })
  summary!: string;

  @Field(() => [OutcomeInput], {
    defaultValue: [],
    description: 'Résultats, 20 au plus ; publiés une fois le compte rendu accepté.',
  })
  outcomes!: OutcomeInput[];

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}

@InputType({ description: 'Le compte rendu à accepter.' })
export class AcceptReportInput {
  @Field(() => ID, { description: 'Candidature lauréate : `APP:…`.' })
  applicationId!: string;

  @Field(() => String, { description: 'Code du compte rendu dans l’édition.' })
  code!: string;

  @Field(() => Int, { description: EXPECTED_VERSION })
  expectedVersion!: number;

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}

@InputType({ description: 'Le compte rendu à renvoyer au lauréat.' })
export class ReturnReportInput {
  @Field(() => ID, { description: 'Candidature lauréate : `APP:…`.' })
  applicationId!: string;

  @Field(() => String, { description: 'Code du compte rendu dans l’édition.' })
  code!: string;

  @Field(() => Int, { description: EXPECTED_VERSION })
  expectedVersion!: number;

  @Field(() => String, { description: `${REASON} Le lauréat le lit.` })
  reason!: string;

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}
