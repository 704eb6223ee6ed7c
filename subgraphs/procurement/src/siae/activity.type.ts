import { Field, Float, ObjectType } from 'type-graphql';
import { Territory } from '../foreign/territory.type.ts';
import { PrestaType } from './presta-type.ts';

@ObjectType({ description: 'Ce qu’une structure vend dans un secteur, et où elle intervient.' })
export class Activity {
  @Field(() => String, { description: 'Code du secteur.' })
  sector!: string;

  @Field(() => [PrestaType], { description: 'Façons de vendre dans ce secteur.' })
  prestaTypes!: PrestaType[];

  @Field(() => [Territory], {
    nullable: 'items',
    description: 'Territoires d’intervention ; vide s’ils ne sont pas connus.',
  })
  coverage!: (Territory | null)[];

  @Field(() => Float, {
    nullable: true,
    description: 'Rayon d’intervention autour de la structure, en kilomètres, nul s’il n’est pas connu.',
  })
  radiusKm!: number | null;
}
