import { ConflictError, NotFoundError, PermissionError, ValidationError } from '@graphess/subgraph-kit';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { JointProject } from './joint-project.entity.ts';

@ObjectType({ description: 'Le projet commun est proposé à ses partenaires.' })
export class ProposeJointProjectSuccess {
  @Field(() => JointProject, { description: 'Le projet commun.' })
  jointProject!: JointProject;
}

@ObjectType({ description: 'La structure a donné son accord.' })
export class ConfirmJointProjectSuccess {
  @Field(() => JointProject, { description: 'Le projet commun.' })
  jointProject!: JointProject;
}

export const ProposeJointProjectPayload = createUnionType({
  name: 'ProposeJointProjectPayload',
  description: 'Ce que donne la proposition d’un projet commun.',
  types: () => [ProposeJointProjectSuccess, ValidationError, ConflictError, PermissionError] as const,
});

export const ConfirmJointProjectPayload = createUnionType({
  name: 'ConfirmJointProjectPayload',
  description: 'Ce que donne l’accord d’une structure pour un projet commun.',
  types: () =>
    [ConfirmJointProjectSuccess, ValidationError, ConflictError, NotFoundError, PermissionError] as const,
});
