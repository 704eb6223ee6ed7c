import { Field, InputType } from 'type-graphql';
import { IDEMPOTENCY_KEY } from '../attempt/input-descriptions.ts';

@InputType({ description: 'La personne dont les données sont à effacer : l’un des deux champs au moins.' })
export class ErasePersonalDataInput {
  @Field(() => String, {
    nullable: true,
    description: 'Son identifiant opaque chez le fournisseur d’identité.',
  })
  subject?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Son adresse électronique, telle qu’un dossier l’écrit.',
  })
  email?: string | null;

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}
