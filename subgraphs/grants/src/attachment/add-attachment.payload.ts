import {
  ConflictError,
  DateTimeScalar,
  NotFoundError,
  PermissionError,
  ValidationError,
} from '@graphess/subgraph-kit';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Attachment } from './attachment.type.ts';

@ObjectType({ description: 'L’envoi de la pièce est ouvert.' })
export class AddAttachmentSuccess {
  @Field(() => Attachment, { description: 'La pièce, dont le fichier est attendu.' })
  attachment!: Attachment;

  @Field(() => String, {
    description:
      'Adresse signée où envoyer le fichier, une seule fois, par `PUT`, avec les mêmes droits que cette demande. La redemander avec la même clé de reprise en donne une nouvelle ; l’ancienne ne sert plus.',
  })
  uploadUrl!: string;

  @Field(() => DateTimeScalar, { description: 'Instant à partir duquel l’adresse n’accepte plus rien.' })
  expiresAt!: Date;
}

export const AddAttachmentPayload = createUnionType({
  name: 'AddAttachmentPayload',
  description: 'Ce que donne l’ajout d’une pièce jointe.',
  types: () =>
    [AddAttachmentSuccess, NotFoundError, ValidationError, ConflictError, PermissionError] as const,
});
