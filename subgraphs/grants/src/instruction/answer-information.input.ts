import { Field, ID, InputType, Int } from 'type-graphql';
import { ApplicationForm } from '../application-form/application-form.type.ts';
import { EXPECTED_VERSION, IDEMPOTENCY_KEY } from '../attempt/input-descriptions.ts';

@InputType({ description: 'La réponse à la demande de précisions.' })
export class AnswerInformationInput {
  @Field(() => ID, { description: 'Identifiant de la candidature : `APP:…`.' })
  id!: string;

  @Field(() => Int, { description: EXPECTED_VERSION })
  expectedVersion!: number;

  @Field(() => ApplicationForm, {
    nullable: true,
    description: 'Les parties du dossier corrigées, en plus de celles que `saveDraft` a enregistrées.',
  })
  form!: ApplicationForm | null;

  @Field(() => String, { nullable: true, description: 'Réponse aux agents, de 3 à 2 000 caractères.' })
  message!: string | null;

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}
