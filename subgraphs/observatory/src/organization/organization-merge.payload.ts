import { ConflictError, NotFoundError, PermissionError, ValidationError } from '@graphess/subgraph-kit';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Organization } from './organization.entity.ts';

@ObjectType({ description: 'Les deux fiches n’en font plus qu’une.' })
export class MergeOrganizationsSuccess {
  @Field(() => Organization, { description: 'La fiche gardée, avec ce que disait l’autre.' })
  organization!: Organization;
}

@ObjectType({ description: 'La fiche est de nouveau elle-même.' })
export class UnmergeOrganizationsSuccess {
  @Field(() => Organization, { description: 'La fiche séparée, telle qu’avant la fusion.' })
  organization!: Organization;

  @Field(() => Organization, { description: 'Celle dans laquelle elle était fusionnée.' })
  kept!: Organization;
}

export const MergeOrganizationsPayload = createUnionType({
  name: 'MergeOrganizationsPayload',
  description: 'Ce que donne la fusion de deux fiches.',
  types: () =>
    [MergeOrganizationsSuccess, ValidationError, PermissionError, NotFoundError, ConflictError] as const,
});

export const UnmergeOrganizationsPayload = createUnionType({
  name: 'UnmergeOrganizationsPayload',
  description: 'Ce que donne la séparation d’une fiche fusionnée.',
  types: () =>
    [UnmergeOrganizationsSuccess, ValidationError, PermissionError, NotFoundError, ConflictError] as const,
});
