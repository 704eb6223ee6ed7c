import { DateTimeScalar } from '@graphess/subgraph-kit';
import { Field, Float, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Exclusion, ForeignKey, PrimaryColumn } from 'typeorm';
import { Vintage } from '../dataset/vintage.entity.ts';
import { Observation } from './observation.entity.ts';
import { ObservationStatus } from './observation.status.ts';

/** A value of an observation and when it held: publication time, not the time observed. */
@Entity('observation_revision')
@Check('observation_revision_status_check', 'status is one of ObservationStatus')
@Check('observation_revision_source_ids_check', 'source_ids is not empty')
@Check('observation_revision_span_check', 'valid_from < valid_to')
@Check('observation_revision_missing_check', 'a missing value is null')
@Check('observation_revision_normal_check', 'a normal value is not null')
@Exclusion(
  'observation_revision_instant_excl',
  'USING gist (observation_id WITH =, tstzrange(valid_from, valid_to) WITH &&)',
)
@ObjectType({
  description: 'Une valeur qu’une observation a eue, et quand elle était celle qui était publiée.',
})
export class ObservationRevision {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'observation_id' })
  @ForeignKey(() => Observation, { name: 'observation_revision_observation_id_fkey', onDelete: 'CASCADE' })
  observationId!: string;

  @Column('text', { name: 'vintage_id' })
  @ForeignKey(() => Vintage, { name: 'observation_revision_vintage_id_fkey' })
  vintageId!: string;

  @Column('timestamptz', { name: 'valid_from' })
  @Field(() => DateTimeScalar, {
    description: 'Instant de publication, ou du premier chargement quand la publication n’est pas datée.',
  })
  validFrom!: Date;

  @Column('timestamptz', { name: 'valid_to', nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Instant où une autre valeur l’a remplacée, nul tant qu’elle reste en vigueur.',
  })
  validTo!: Date | null;

  @Column('double precision', { nullable: true })
  @Field(() => Float, { nullable: true, description: 'Valeur, dans l’unité de l’indicateur.' })
  value!: number | null;

  @Column('text')
  @Field(() => ObservationStatus, { description: 'Ce que vaut la valeur, ou pourquoi il n’y en a pas.' })
  status!: ObservationStatus;

  @Column('boolean')
  approximate!: boolean;

  @Column('text', { nullable: true })
  statement!: string | null;

  @Column('text', { nullable: true })
  quotation!: string | null;

  @Column('text', { name: 'source_ids', array: true })
  sourceIds!: string[];

  @Column('boolean', { name: 'comparable_with_previous' })
  comparableWithPrevious!: boolean;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Raison de la révision, nulle si elle n’est pas dite.',
  })
  reason!: string | null;
}
