import { GeoPoint } from '@graphess/subgraph-kit';
import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Lieu où se tient un événement.' })
export class Venue {
  @Field(() => String, { description: 'Nom du lieu.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Adresse postale, nulle si elle n’est pas connue.' })
  address!: string | null;

  @Field(() => GeoPoint, { nullable: true, description: 'Position du lieu, nulle si elle n’est pas connue.' })
  location!: GeoPoint | null;

  @Field(() => [String], {
    description: 'Handicaps pour lesquels le lieu est annoncé accessible, vide si rien n’est annoncé.',
  })
  accessibility!: string[];
}
