import { DateTimeScalar } from '@graphess/subgraph-kit';
import { Field, Float, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
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
@Check('observation_revision_units_check', 'units >= 0')
@Check('observation_revision_largest_check', 'largest >= 0')
@Index('observation_revision_vintage', ['vintageId'])
@Index('observation_revision_held', { synchronize: false })
@Index('observation_revision_inputs', { synchronize: false })
@Index('observation_revision_current', ['observationId'], { where: 'valid_to IS NULL' })
@Index('observation_revision_change', ['validFrom', 'observationId'])
@Exclusion(
  'observation_revision_instant_excl',
  'USING gist ((md5(observation_id)::uuid) WITH =, tstzrange(valid_from, valid_to) WITH &&)',
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

  /** What a derived value was computed from, null for a value that a file or a document gives. */
  @Column('jsonb', { nullable: true })
  inputs!: DerivationInput[] | null;

  /** How many legal units make the value, null when the producer does not say. Never public. */
  @Column('integer', { nullable: true })
  units!: number | null;

  /** Value of the largest of them. Never public. */
  @Column('double precision', { nullable: true })
  largest!: number | null;

  /** Computed at publication, from its parts or from other indicators: no file and no document gives it. */
  @Column('boolean', { name: 'is_computed', default: false })
  isComputed!: boolean;
}

/** A value that another was computed from: `id` is an observation, or `POPULATION:<territory>` with its year. */
export type DerivationInput = { role: string; id: string; value: number; vintageId: string | null };
