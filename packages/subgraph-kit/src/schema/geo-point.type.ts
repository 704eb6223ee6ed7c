import { Directive, Field, Float, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Point géographique (WGS 84).' })
@Directive('@shareable')
export class GeoPoint {
  @Field(() => Float, { description: 'Latitude, en degrés décimaux.' })
  lat!: number;

  @Field(() => Float, { description: 'Longitude, en degrés décimaux.' })
  lon!: number;
}
