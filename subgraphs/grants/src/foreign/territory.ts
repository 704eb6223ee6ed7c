import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('Territory', { description: 'Un territoire, tel que l’appel à projets le connaît.' })
@Directive('@key(fields: "id")')
export class Territory {
  @Field(() => ID, { description: 'Identifiant, égal au code : `COM:92050`, `EPT:200057982`, `DEP:92`.' })
  id!: string;

  @Field(() => Int, { nullable: true, description: 'Population municipale, en habitants.' })
  @Directive('@external')
  population?: number | null;
}
