import { Field, InputType } from 'type-graphql';

@InputType({ description: 'Modalités voulues d’une dimension.' })
export class DimensionFilter {
  @Field(() => String, { description: 'Dimension, par exemple `ESS_FAMILY` ou `SECTOR_A17`.' })
  dimension!: string;

  @Field(() => [String], { description: 'Codes des modalités, 100 au plus.' })
  in!: string[];
}
