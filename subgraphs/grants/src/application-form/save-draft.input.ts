import { Field, ID, InputType, Int } from 'type-graphql';
import { EXPECTED_VERSION, IDEMPOTENCY_KEY } from '../attempt/input-descriptions.ts';
import { ApplicationForm } from './application-form.type.ts';

@InputType({ description: 'Ce qui est à enregistrer d’un dossier.' })
export class SaveDraftInput {
  @Field(() => ID, { description: 'Identifiant de la candidature : `APP:…`.' })
  id!: string;

  @Field(() => Int, { description: EXPECTED_VERSION })
  expectedVersion!: number;

  @Field(() => ApplicationForm, { description: 'Les parties du dossier qui ont changé.' })
  form!: ApplicationForm;

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}
