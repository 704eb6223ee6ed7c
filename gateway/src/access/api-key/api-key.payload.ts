import { ConflictError, NotFoundError, PermissionError, ValidationError } from '@graphess/subgraph-kit';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { ApiKey } from './api-key.entity.ts';

const SECRET =
  'Le secret à remettre au partenaire, montré cette seule fois ; nul quand la demande est une reprise.';

@ObjectType({ description: 'La clé est créée.' })
export class CreateApiKeySuccess {
  @Field(() => ApiKey, { description: 'La clé.' })
  apiKey!: ApiKey;

  @Field(() => String, { nullable: true, description: SECRET })
  secret!: string | null;
}

@ObjectType({ description: 'La clé est remplacée.' })
export class RotateApiKeySuccess {
  @Field(() => ApiKey, { description: 'La nouvelle clé.' })
  apiKey!: ApiKey;

  @Field(() => ApiKey, { description: 'L’ancienne, acceptée jusqu’à la fin du recouvrement.' })
  former!: ApiKey;

  @Field(() => String, { nullable: true, description: SECRET })
  secret!: string | null;
}

@ObjectType({ description: 'La clé est révoquée.' })
export class RevokeApiKeySuccess {
  @Field(() => ApiKey, { description: 'La clé.' })
  apiKey!: ApiKey;
}

export const CreateApiKeyPayload = createUnionType({
  name: 'CreateApiKeyPayload',
  description: 'Ce que donne la création d’une clé.',
  types: () => [CreateApiKeySuccess, ValidationError, PermissionError, ConflictError] as const,
});

export const RotateApiKeyPayload = createUnionType({
  name: 'RotateApiKeyPayload',
  description: 'Ce que donne le remplacement d’une clé.',
  types: () => [RotateApiKeySuccess, ValidationError, PermissionError, NotFoundError, ConflictError] as const,
});

export const RevokeApiKeyPayload = createUnionType({
  name: 'RevokeApiKeyPayload',
  description: 'Ce que donne la révocation d’une clé.',
  types: () => [RevokeApiKeySuccess, ValidationError, PermissionError, NotFoundError, ConflictError] as const,
});
