import { Field, InputType, Int } from 'type-graphql';

@InputType({ description: 'Années, bornes comprises.' })
export class PeriodInput {
  @Field(() => Int, { description: 'Première année.' })
  from!: number;

  @Field(() => Int, { description: 'Dernière année.' })
  to!: number;
}
