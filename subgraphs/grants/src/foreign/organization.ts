import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Organization', { description: 'Une structure, telle que l’appel à projets la connaît.' })
@Directive('@key(fields: "id")')
export class Organization {
  @Field(() => ID, { description: 'Identifiant : `ORG:…`.' })
  id!: string;
}
