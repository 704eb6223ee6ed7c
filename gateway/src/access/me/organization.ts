import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Organization', {
  description: 'Une structure, telle que les comptes et les clés la connaissent.',
})
@Directive('@key(fields: "id", resolvable: false)')
export class Organization {
  @Field(() => ID, { description: 'Identifiant : `ORG:…`.' })
  id!: string;
}
