import { Field, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'Une modalité par laquelle une observation est détaillée : famille, secteur, taille.',
})
export class DimensionValue {
  @Field(() => String, { description: 'Dimension, par exemple `ESS_FAMILY`.' })
  dimension!: string;

  @Field(() => String, { description: 'Code de la modalité.' })
  code!: string;

  @Field(() => String, { description: 'Libellé de la modalité.' })
  label!: string;
}
