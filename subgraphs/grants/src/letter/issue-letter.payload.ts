import { ConflictError, NotFoundError, PermissionError, ValidationError } from '@graphess/subgraph-kit';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Letter } from './letter.type.ts';

@ObjectType({ description: 'La lettre est émise.' })
export class IssueLetterSuccess {
  @Field(() => Letter, { description: 'La lettre.' })
  letter!: Letter;
}

export const IssueLetterPayload = createUnionType({
  name: 'IssueLetterPayload',
  description: 'Ce que donne une lettre à émettre.',
  types: () => [IssueLetterSuccess, ValidationError, PermissionError, NotFoundError, ConflictError] as const,
});
