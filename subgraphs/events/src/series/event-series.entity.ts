import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('event_series')
@ObjectType({ description: 'Une famille d’événements qui reviennent sous le même nom.' })
export class EventSeries {
  @PrimaryColumn('text')
  @Field(() => String, { description: 'Code de la série, à donner au filtre `series`.' })
  code!: string;

  /** Its place in the sources. */
  @Column('integer')
  position!: number;

  @Column('text')
  @Field(() => String, { description: 'Nom de la série.' })
  name!: string;

  @Column('text', { array: true })
  @Field(() => [String], { description: 'Autres noms que les sources lui donnent.' })
  aliases!: string[];

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Fréquence, dans les mots de la source, nulle si elle n’est pas dite.',
  })
  frequency!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Public visé, dans les mots de la source, nul s’il n’est pas dit.',
  })
  audience!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Adresse électronique où s’informer, nulle si elle n’est pas connue.',
  })
  contact!: string | null;

  @Column('text', { name: 'source_ids', array: true })
  sourceIds!: string[];
}
