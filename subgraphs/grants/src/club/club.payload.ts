import { ConflictError, PermissionError, ValidationError } from '@graphess/subgraph-kit';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Organization } from '../foreign/organization.ts';

@ObjectType({ description: 'La structure est membre du Club des lauréats.' })
export class JoinClubSuccess {
  @Field(() => Organization, { nullable: true, description: 'La structure.' })
  organization!: Organization;
}

@ObjectType({ description: 'La structure n’est plus membre du Club des lauréats.' })
export class LeaveClubSuccess {
  @Field(() => Organization, { nullable: true, description: 'La structure.' })
  organization!: Organization;
}

export const JoinClubPayload = createUnionType({
  name: 'JoinClubPayload',
  description: 'Ce que donne l’entrée au Club des lauréats.',
  types: () => [JoinClubSuccess, ValidationError, ConflictError, PermissionError] as const,
});

export const LeaveClubPayload = createUnionType({
  name: 'LeaveClubPayload',
  description: 'Ce que donne le départ du Club des lauréats.',
  types: () => [LeaveClubSuccess, ValidationError, ConflictError, PermissionError] as const,
});
