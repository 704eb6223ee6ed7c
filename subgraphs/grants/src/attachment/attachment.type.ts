import { DateTimeScalar } from '@graphess/subgraph-kit';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { AttachmentKind, AttachmentScan } from './attachment-kind.ts';

@ObjectType({ description: 'Une pièce jointe à une candidature.' })
export class Attachment {
  @Field(() => ID, { description: 'Identifiant de la pièce.' })
  id!: string;

  @Field(() => AttachmentKind, { description: 'Nature de la pièce.' })
  kind!: AttachmentKind;

  @Field(() => String, { description: 'Nom du fichier, tel que la structure l’a envoyé.' })
  fileName!: string;

  @Field(() => Int, { description: 'Taille en octets.' })
  bytes!: number;

  @Field(() => String, { description: 'Empreinte SHA-256, en hexadécimal.' })
  sha256!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Type reconnu à son contenu, quel que soit son nom ; nul tant que le fichier n’est pas reçu.',
  })
  mediaType!: string | null;

  @Field(() => AttachmentScan, {
    nullable: true,
    description: 'Avis de l’antivirus, nul tant que le fichier n’est pas reçu.',
  })
  scan!: AttachmentScan | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Instant de réception, nul avant.' })
  receivedAt!: Date | null;
}
