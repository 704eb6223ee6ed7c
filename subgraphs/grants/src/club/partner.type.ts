import { Field, Float, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'Une part du score d’un partenaire suggéré. Source : les projets lauréats publiés.',
})
export class PartnerContribution {
  @Field(() => String, {
    description:
      'Code : `TERRITORY` (40 points au plus), `AUDIENCE` (25), `WORDS` (15), `THEME` (10) ou `MEANS` (10).',
  })
  code!: string;

  @Field(() => String, { description: 'Libellé.' })
  label!: string;

  @Field(() => Float, { description: 'Points, au centième.' })
  points!: number;

  @Field(() => String, { description: 'D’où viennent ces points, en français.' })
  explanation!: string;
}

@ObjectType({
  description: 'Une structure avec laquelle mener un projet. Source : les projets lauréats publiés.',
})
export class SuggestedPartner {
  id!: string;

  @Field(() => String, { description: 'Nom, tel que la source l’écrit.' })
  name!: string;

  @Field(() => Float, { description: 'Score, de 0 à 100 : la somme exacte de ses parts.' })
  score!: number;

  @Field(() => [PartnerContribution], { description: 'Les parts du score, même nulles.' })
  contributions!: PartnerContribution[];
}
