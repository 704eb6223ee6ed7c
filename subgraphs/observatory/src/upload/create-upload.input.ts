import { SafeIntScalar } from '@graphess/subgraph-kit';
import { Field, InputType } from 'type-graphql';
import { IDEMPOTENCY_KEY } from '../attempt/attempt.ts';

@InputType({ description: 'Le fichier à envoyer.' })
export class CreateUploadInput {
  @Field(() => String, { description: 'Nom du fichier, de 1 à 200 caractères, sans dossier.' })
  fileName!: string;

  @Field(() => SafeIntScalar, { description: 'Sa taille exacte en octets, 200 000 000 au plus.' })
  bytes!: number;

  @Field(() => String, { description: 'Son empreinte SHA-256, en hexadécimal.' })
  sha256!: string;

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}
