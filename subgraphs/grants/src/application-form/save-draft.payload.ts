import {
  ConflictError,
  NotFoundError,
  PermissionError,
  ProblemType,
  ValidationError,
} from '@graphess/subgraph-kit';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Application } from '../application/application.entity.ts';

@ObjectType({ description: 'Le dossier est enregistré, tel qu’il a été écrit.' })
export class SaveDraftSuccess {
  @Field(() => Application, { description: 'La candidature.' })
  application!: Application;

  @Field(() => [ProblemType], {
    description:
      'Ce qui est mal écrit ou contraire aux règles de l’édition, à corriger avant le dépôt ; rien de ce qui manque n’y est.',
  })
  warnings!: ProblemType[];
}

export const SaveDraftPayload = createUnionType({
  name: 'SaveDraftPayload',
  description: 'Ce que donne l’enregistrement d’un dossier.',
  types: () => [SaveDraftSuccess, NotFoundError, ValidationError, ConflictError, PermissionError] as const,
});
