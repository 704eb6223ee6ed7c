import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType({
  description: 'Un objet que son identifiant suffit à retrouver par `node(id)`.',
  autoRegisterImplementations: false,
})
export abstract class Node {
  @Field(() => ID, { description: 'Identifiant stable et unique dans tout le graphe.' })
  id!: string;
}
