import { DateScalar, DateTimeScalar, Node } from '@graphess/subgraph-kit';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SpeedMeetingProgramme } from '../meeting/speed-meeting.type.ts';
import { EventSeries } from '../series/event-series.entity.ts';
import { EventPrecision, EventStatus, EventType } from './event.vocabulary.ts';
import { Venue } from './venue.type.ts';

@Entity('event')
@Index('event_order', ['startsOn', 'startsAt', 'id'])
@Index('event_territory_id', ['territoryId'])
@Index('event_series_code', ['seriesCode'])
@Index('event_parent_id', ['parentId'])
@Check('event_id_check', 'id is EVT: and a slug')
@Check('event_type_check', 'type is one of EventType')
@Check('event_audition_check', 'auditions have ids of their own')
@Check('event_status_check', 'status is one of EventStatus')
@Check(
  'event_precision_check',
  'hours exist when and only when the precision is INSTANT; a MONTH begins on its first',
)
@Check(
  'event_hours_check',
  'starts_on is the Paris day of starts_at; an event ends after it starts, within its last possible day',
)
@Check('event_venue_check', 'an address, a position and an accessibility belong to a named venue')
@Check('event_seats_check', 'counts are not negative')
@Check('event_speed_meetings_check', 'a slot length and a number of slots go together and are positive')
@Check('event_parent_check', 'no event is its own part')
@Check('event_demonstration_check', 'no invented event belongs to a real series')
@ObjectType({
  implements: Node,
  description: 'Un événement de l’ESS : rencontre, atelier, matinée de financement, convention d’affaires.',
})
@Directive('@key(fields: "id")')
export class Event extends Node {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Identifiant : `EVT:` suivi de `slug`.' })
  declare id: string;

  @Field(() => String, { description: 'Nom de l’événement dans les adresses, stable.' })
  get slug(): string {
    return this.id.slice('EVT:'.length);
  }

  @Column('text')
  @Field(() => String, { description: 'Titre.' })
  title!: string;

  @Column('text', { array: true })
  @Field(() => [String], { description: 'Autres noms que les sources lui donnent.' })
  aliases!: string[];

  @Column('text')
  @Field(() => EventType, { description: 'Nature de l’événement.' })
  type!: EventType;

  @Column('date', { name: 'starts_on' })
  @Field(() => DateScalar, {
    description: 'Premier jour possible, à Paris ; `precision` dit ce qui en est connu.',
  })
  startsOn!: string;

  /** The last day on which it may take place, so that a filter need not reason on the precision. */
  @Column('date', { name: 'last_possible_on' })
  lastPossibleOn!: string;

  @Column('text')
  @Field(() => EventPrecision, { description: 'Ce qui est connu de la date.' })
  precision!: EventPrecision;

  @Column('timestamptz', { name: 'starts_at', nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'Début, nul si l’heure n’est pas connue.' })
  startsAt!: Date | null;

  @Column('timestamptz', { name: 'ends_at', nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'Fin, nulle si l’heure n’est pas connue.' })
  endsAt!: Date | null;

  @Field(() => String, { description: 'Fuseau horaire du lieu (base IANA).' })
  get timeZone(): string {
    return 'Europe/Paris';
  }

  @Column('text', { name: 'venue_name', nullable: true })
  venueName!: string | null;

  @Column('text', { name: 'venue_address', nullable: true })
  venueAddress!: string | null;

  @Column('double precision', { name: 'venue_lat', nullable: true })
  venueLat!: number | null;

  @Column('double precision', { name: 'venue_lon', nullable: true })
  venueLon!: number | null;

  @Column('text', { name: 'venue_accessibility', array: true })
  venueAccessibility!: string[];

  @Field(() => Venue, {
    nullable: true,
    description: 'Lieu, nul s’il n’est pas connu ou si l’événement est en ligne.',
  })
  get venue(): Venue | null {
    if (this.venueName === null) return null;
    const { venueLat: lat, venueLon: lon } = this;
    return {
      name: this.venueName,
      address: this.venueAddress,
      location: lat === null || lon === null ? null : { lat, lon },
      accessibility: this.venueAccessibility,
    };
  }

  @Column('text', { name: 'territory_id', nullable: true })
  territoryId!: string | null;

  @Column('integer', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'Nombre de places, nul s’il n’est pas connu.' })
  capacity!: number | null;

  @Column('integer', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'Nombre de places prises, nul s’il n’est pas connu.' })
  registered!: number | null;

  @Column('integer', { nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: 'Nombre d’inscrits en liste d’attente, nul s’il n’est pas connu.',
  })
  waitlisted!: number | null;

  /** Kept by the database. */
  @Column('integer', { name: 'spots_left', nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: 'Nombre de places libres (aucune si l’événement est annulé), nul s’il n’est pas connu.',
  })
  spotsLeft!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Adresse de l’événement pour un calendrier, nulle tant qu’elle n’existe pas.',
  })
  get icsUrl(): string | null {
    return null;
  }

  @Column('text')
  @Field(() => EventStatus, { description: 'Situation de l’événement.' })
  status!: EventStatus;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Présentation de l’événement.' })
  description!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description:
      'Public visé, dans les mots de la source : celui de l’événement, à défaut celui de sa série, nul si aucun n’est connu.',
  })
  audience!: string | null;

  /** Folded for the audience filter; kept by the database. */
  @Column('text', { name: 'folded_audience', nullable: true })
  foldedAudience!: string | null;

  @Column('text', { name: 'series_code', nullable: true })
  @ForeignKey(() => EventSeries, { name: 'event_series_code_fkey' })
  seriesCode!: string | null;

  @Column('text', { name: 'parent_id', nullable: true })
  @ForeignKey(() => Event, { name: 'event_parent_id_fkey' })
  parentId!: string | null;

  @Column('text', { name: 'organizer_ids', array: true })
  organizerIds!: string[];

  @Column('integer', { name: 'slot_minutes', nullable: true })
  slotMinutes!: number | null;

  @Column('integer', { name: 'slot_count', nullable: true })
  slotCount!: number | null;

  @Field(() => SpeedMeetingProgramme, {
    nullable: true,
    description: 'Programme de speed meetings, nul s’il n’y en a pas.',
  })
  get speedMeetings(): SpeedMeetingProgramme | null {
    const { slotMinutes, slotCount: slots } = this;
    if (slotMinutes === null || slots === null) return null;
    return {
      slotMinutes,
      slots,
      tables: null,
      scheduleVersion: null,
      published: false,
      hosts: [],
      quality: null,
    };
  }

  @Column('boolean', { name: 'is_demonstration' })
  @Field(() => Boolean, { description: 'Vrai si l’événement est inventé pour la démonstration.' })
  isDemonstration!: boolean;

  @Column('text', { name: 'source_ids', array: true })
  sourceIds!: string[];
}
