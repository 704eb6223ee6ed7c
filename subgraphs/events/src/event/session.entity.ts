import { DateTimeScalar } from '@graphess/subgraph-kit';
import { Field, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Event } from './event.entity.ts';

@Entity('session')
@Index('session_event_id', ['eventId', 'position'], { unique: true })
@Check('session_hours_check', 'a session ends after it starts')
@ObjectType({ description: 'Une séquence du programme d’un événement.' })
export class Session {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Identifiant : celui de l’événement, suivi du nom de cette séquence.' })
  id!: string;

  @Column('text', { name: 'event_id' })
  @ForeignKey(() => Event, { name: 'session_event_id_fkey', onDelete: 'CASCADE' })
  eventId!: string;

  @Column('integer')
  position!: number;

  @Column('text')
  @Field(() => String, { description: 'Titre.' })
  title!: string;

  @Column('timestamptz', { name: 'starts_at', nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'Début, nul si l’heure n’est pas connue.' })
  startsAt!: Date | null;

  @Column('timestamptz', { name: 'ends_at', nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'Fin, nulle si l’heure n’est pas connue.' })
  endsAt!: Date | null;

  @Column('text', { name: 'speaker_ids', array: true })
  speakerIds!: string[];
}
