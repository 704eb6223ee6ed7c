import { ConflictError, NotFoundError, PermissionError, ValidationError } from '@graphess/subgraph-kit';
import { createUnionType } from 'type-graphql';
import { ExportJob } from './export-job.entity.ts';

export const CreateExportPayload = createUnionType({
  name: 'CreateExportPayload',
  description: 'Ce que donne la demande d’un fichier.',
  types: () => [ExportJob, ValidationError, PermissionError, NotFoundError, ConflictError] as const,
});
