import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Offre inclusive d’un territoire, d’après l’annuaire des structures.' })
export class InclusiveSummary {
  @Field(() => Int, { description: 'Nombre de structures de l’annuaire installées sur le territoire.' })
  siaeCount!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Personnes en parcours d’insertion ou en situation de handicap, nul si une seule structure ne le dit pas.',
  })
  insertionJobs!: number | null;

  @Field(() => Int, { description: 'Marchés publics connus, remportés en trois ans par ces structures.' })
  contractsLast3Years!: number;

  @Field(() => Int, { description: 'Structures membres du club de fournisseurs inclusifs du département.' })
  clubMembers!: number;

  @Field(() => Boolean, {
    description: 'Vrai si une partie au moins des structures comptées est inventée pour la démonstration.',
  })
  isDemonstration!: boolean;
}
