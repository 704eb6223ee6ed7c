import { ConflictError, PermissionError, ValidationError } from '@graphess/subgraph-kit';
import { createUnionType } from 'type-graphql';
import { Upload } from './upload.entity.ts';

export const CreateUploadPayload = createUnionType({
  name: 'CreateUploadPayload',
  description: 'Ce que donne l’ouverture d’un envoi.',
  types: () => [Upload, ValidationError, ConflictError, PermissionError] as const,
});
