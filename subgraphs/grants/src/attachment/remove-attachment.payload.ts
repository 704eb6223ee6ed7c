import { ConflictError, NotFoundError, PermissionError, ValidationError } from '@graphess/subgraph-kit';
import { createUnionType, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'La pièce est retirée.' })
export class RemoveAttachmentSuccess {
  @Field(() => ID, { description: 'Identifiant qu’elle avait.' })
  id!: string;
}

export const RemoveAttachmentPayload = createUnionType({
  name: 'RemoveAttachmentPayload',
  description: 'Ce que donne le retrait d’une pièce jointe.',
  types: () =>
    [RemoveAttachmentSuccess, NotFoundError, ValidationError, ConflictError, PermissionError] as const,
});
