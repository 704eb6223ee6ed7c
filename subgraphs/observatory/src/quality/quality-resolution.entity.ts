import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { QualityResolution as Resolution } from './quality.kind.ts';

/** What was decided of a finding. It stays when a load does not find the same thing, and holds again when one does. */
@Entity('quality_resolution')
@Check('quality_resolution_resolution_check', 'resolution is one of QualityResolution')
@Check('quality_resolution_note_check', 'note is not blank')
@Check('quality_resolution_decisions_check', 'decisions > 0')
export class QualityResolution {
  @PrimaryColumn('text', { name: 'finding_id' })
  findingId!: string;

  @Column('text')
  resolution!: Resolution;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('timestamptz', { name: 'resolved_at' })
  resolvedAt!: Date;

  /** How many times it was decided. */
  @Column('integer', { default: 1 })
  decisions!: number;
}
