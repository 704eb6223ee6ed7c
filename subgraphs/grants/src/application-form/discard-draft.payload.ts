import { ConflictError, NotFoundError, PermissionError, ValidationError } from '@graphess/subgraph-kit';
import { createUnionType, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Le brouillon est jeté, avec ses pièces jointes.' })
export class DiscardDraftSuccess {
  @Field(() => ID, { description: 'Identifiant qu’il avait.' })
  id!: string;
}

export const DiscardDraftPayload = createUnionType({
  name: 'DiscardDraftPayload',
  description: 'Ce que donne l’abandon d’un brouillon.',
  types: () => [DiscardDraftSuccess, NotFoundError, ValidationError, ConflictError, PermissionError] as const,
});
