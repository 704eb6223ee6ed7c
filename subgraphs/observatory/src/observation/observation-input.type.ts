import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Indicator } from '../indicator/indicator.type.ts';
import { Territory } from '../territory/territory.entity.ts';

@ObjectType({
  description:
    'Une valeur à partir de laquelle une observation est calculée ; ses sources sont dans `provenance` de l’observation.',
})
export class ObservationInput {
  @Field(() => String, {
    description: 'Rôle dans la formule, par exemple `NUMERATOR`, `DENOMINATOR` ou `POPULATION`.',
  })
  role!: string;

  @Field(() => String, { description: 'Ce que la valeur compte.' })
  label!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'Valeur dont le calcul est parti, nulle si elle est devenue secrète.',
  })
  value!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Identifiant de l’observation dont c’est la valeur, nul pour une population ou un décompte.',
  })
  observationId!: string | null;

  @Field(() => Indicator, {
    nullable: true,
    description: 'Indicateur, nul pour une population ou un décompte.',
  })
  indicator!: Indicator | null;

  @Field(() => Int, { nullable: true, description: 'Année de la valeur, nulle si elle n’est pas connue.' })
  period!: number | null;

  @Field(() => Territory, { nullable: true, description: 'Territoire de la valeur.' })
  territory!: Territory | null;
}
