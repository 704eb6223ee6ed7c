import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Comment un indicateur est défini et calculé, et ce qu’il ne dit pas.' })
export class Methodology {
  @Field(() => String, { description: 'Ce que l’indicateur compte ou mesure.' })
  definition!: string;

  @Field(() => String, { description: 'Comment la valeur est obtenue.' })
  computation!: string;

  @Field(() => [String], { description: 'Précautions de lecture.' })
  limitations!: string[];

  @Field(() => String, { description: 'Champ : quelles unités, sur quel territoire.' })
  coverage!: string;

  @Field(() => String, { nullable: true, description: 'Page qui en dit davantage, nulle s’il n’y en a pas.' })
  url!: string | null;
}

@ObjectType({ description: 'Un indicateur de l’économie sociale et solidaire (ESS).' })
export class Indicator {
  @Field(() => String, { description: 'Code stable, par exemple `ESS_JOBS`.' })
  code!: string;

  @Field(() => String, { description: 'Libellé.' })
  label!: string;

  @Field(() => String, {
    description:
      'Unité : `establishments`, `jobs`, `ratio 0–1`, `ratio` (une évolution, qui peut être négative), `per 1 000` (habitants), `rank`, `units`, `cents` (d’euro) ou `FTE` (équivalents temps plein).',
  })
  unit!: string;

  @Field(() => Int, { description: 'Nombre de décimales à garder de la valeur, dans son unité.' })
  decimals!: number;

  @Field(() => Methodology, { description: 'Définition, calcul et limites.' })
  methodology!: Methodology;
}
