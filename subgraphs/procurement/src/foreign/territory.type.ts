import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType()
@Directive('@key(fields: "id")')
export class Territory {
  @Field(() => ID)
  id!: string;
}
