import { SafeIntScalar } from '@graphess/subgraph-kit';
import { Field, ID, InputType } from 'type-graphql';
import { IDEMPOTENCY_KEY } from '../attempt/input-descriptions.ts';
import { AttachmentKind } from './attachment-kind.ts';

@InputType({ description: 'La pièce à joindre.' })
export class AddAttachmentInput {
  @Field(() => ID, { description: 'Identifiant de la candidature : `APP:…`.' })
  applicationId!: string;

  @Field(() => AttachmentKind, { description: 'Nature de la pièce.' })
  kind!: AttachmentKind;

  @Field(() => String, { description: 'Nom du fichier, de 1 à 200 caractères, sans dossier.' })
  fileName!: string;

  @Field(() => SafeIntScalar, { description: 'Sa taille exacte en octets, 10 000 000 au plus.' })
  bytes!: number;

  @Field(() => String, { description: 'Son empreinte SHA-256, en hexadécimal.' })
  sha256!: string;

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}
