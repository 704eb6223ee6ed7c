import { Node } from '@graphess/subgraph-kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ implements: Node })
@Directive('@key(fields: "id", resolvable: false)')
export class Event extends Node {
  @Field(() => ID)
  declare id: string;
}
