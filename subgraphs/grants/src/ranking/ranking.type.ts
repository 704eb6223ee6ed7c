import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Le rang d’une candidature dans son édition, d’après les notes du jury.' })
export class RankedApplication {
  applicationId!: string;

  @Field(() => Int, { description: 'Rang par la moyenne corrigée, à partir de 1 ; les ex æquo ont le même.' })
  rank!: number;

  @Field(() => Int, { description: 'Rang par la moyenne sans correction, à partir de 1.' })
  rawRank!: number;

  @Field(() => Boolean, {
    description: 'Vrai si une autre candidature a exactement la même moyenne corrigée.',
  })
  tied!: boolean;

  @Field(() => Float, {
    description: 'Moyenne pondérée, de 0 à 100, corrigée de la sévérité de chaque juré.',
  })
  normalizedMean!: number;

  @Field(() => Float, { description: 'Moyenne pondérée, de 0 à 100.' })
  weightedMean!: number;

  @Field(() => Int, {
    description:
      'Groupe de candidatures que des jurés communs relient, à partir de 1 : d’un groupe à l’autre, rien ne distingue la sévérité des jurés de la qualité des projets.',
  })
  group!: number;
}
