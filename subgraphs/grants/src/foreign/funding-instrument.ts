import { Directive, Field, ObjectType } from 'type-graphql';

@ObjectType('FundingInstrument')
@Directive('@key(fields: "code", resolvable: false)')
export class FundingInstrument {
  @Field(() => String)
  code!: string;
}
