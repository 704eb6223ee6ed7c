import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Organization')
@Directive('@key(fields: "id", resolvable: false)')
export class Organization {
  @Field(() => ID)
  id!: string;
}

/** A reference to organisations, to be resolved by their owner. */
export function organizationReferences(ids: readonly string[]): Organization[] {
  return ids.map((id) => ({ id }));
}
