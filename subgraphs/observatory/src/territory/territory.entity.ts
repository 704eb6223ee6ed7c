import { DateScalar, GeoPoint, Node } from '@graphess/subgraph-kit';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { TerritoryLevel } from './territory.level.ts';

@Entity('territory')
@Index('territory_level', ['level'])
@Check('territory_level_check', 'level is one of TerritoryLevel')
@Check('territory_population_check', 'population >= 0')
@ObjectType({
  implements: Node,
  description:
    'Un territoire du code officiel géographique de l’INSEE, ou un établissement public territorial.',
})
@Directive('@key(fields: "id")')
@Directive('@key(fields: "code")')
export class Territory extends Node {
  @PrimaryColumn('text')
  @Field(() => ID, {
    description: 'Identifiant, égal au code : `COM:92050`, `EPT:200057982`, `DEP:92`, `REG:11`.',
  })
  declare id: string;

  @Field(() => String, {
    description: 'Code officiel précédé de son échelon : `COM:92050`, `EPCI:…`, `EPT:…`, `DEP:…`, `REG:…`.',
  })
  get code(): string {
    return this.id;
  }

  @Column('text')
  @Field(() => String, { description: 'Nom officiel, article compris.' })
  name!: string;

  @Column('text')
  @Field(() => TerritoryLevel, { description: 'Échelon.' })
  level!: TerritoryLevel;

  @Column('integer', { nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: 'Population municipale, en habitants (INSEE). Celle d’un EPT compte toutes ses communes.',
  })
  population!: number | null;

  @Column('integer', { name: 'population_year', nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: 'Millésime du code officiel géographique dont vient la population.',
  })
  populationYear!: number | null;

  @Column('double precision', { nullable: true })
  lat!: number | null;

  @Column('double precision', { nullable: true })
  lon!: number | null;

  @Column('date', { name: 'ended_on', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Jour où la commune a cessé d’exister, quand les mouvements de communes le disent ; nul pour un territoire d’aujourd’hui.',
  })
  endedOn!: string | null;

  /** Folded for search; kept by the database. */
  @Column('text', { nullable: true })
  folded!: string | null;

  @Field(() => GeoPoint, {
    nullable: true,
    description:
      'Centre de la surface de la commune (à 100 m près) ; connu pour les communes des Hauts-de-Seine, nul ailleurs.',
  })
  get centroid(): GeoPoint | null {
    return this.lat === null || this.lon === null ? null : { lat: this.lat, lon: this.lon };
  }
}

@ObjectType({
  description:
    'Un territoire contenu dans un autre, entièrement ou en partie (un EPT et un département, par exemple).',
})
export class Containment {
  @Field(() => Territory, { description: 'Le territoire contenu.' })
  territory!: Territory;

  @Field(() => Boolean, { description: 'Vrai s’il ne partage qu’une partie de ses communes.' })
  partial!: boolean;
}
