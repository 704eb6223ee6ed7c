import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Source } from './source.entity.ts';

/** Why a value is not known, apart from those of statistics. */
export const UNKNOWN_VALUE_REASONS = [
  'NO_SOURCE',
  'NOT_PUBLISHED_YET',
  'NAMES_NOT_PUBLISHED',
  'AMOUNTS_NOT_PUBLISHED',
] as const;
export type UnknownValueReason = (typeof UNKNOWN_VALUE_REASONS)[number];

/** A value, or several of one kind, that no source gives: kept so that somebody who knows may be asked. */
@Entity('unknown_value')
@Check('unknown_value_reason_check', 'reason is one of UNKNOWN_VALUE_REASONS')
@Check('unknown_value_count_check', 'count > 0')
@Index('unknown_value_subject', ['subject'])
export class UnknownValue {
  @PrimaryColumn('text')
  id!: string;

  /** The subgraph that says so. */
  @Column('text')
  origin!: string;

  @Column('text')
  subject!: string;

  @Column('text')
  field!: string;

  /** What is not known, in French. */
  @Column('text')
  label!: string;

  @Column('text')
  reason!: UnknownValueReason;

  /** How many values are unknown, null when even that is not known. */
  @Column('integer', { nullable: true })
  count!: number | null;

  /** The source that speaks of the subject without giving the value: its producer is who could tell. */
  @Column('text', { name: 'source_id' })
  @ForeignKey(() => Source, { name: 'unknown_value_source_id_fkey' })
  sourceId!: string;
}
