import { Claim } from '@graphess/provenance';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Which claim people hold on a field of a subject, whatever the data files say; it goes with its claim. */
@Entity('claim_decision')
@Index('claim_decision_claim_id', ['claimId'])
@Check('claim_decision_reason_check', 'reason is a sentence')
@Check('claim_decision_decisions_check', 'decisions > 0')
export class ClaimDecision {
  @PrimaryColumn('text')
  subject!: string;

  @PrimaryColumn('text')
  field!: string;

  @Column('text', { name: 'claim_id' })
  @ForeignKey(() => Claim, { name: 'claim_decision_claim_id_fkey', onDelete: 'CASCADE' })
  claimId!: string;

  @Column('text')
  reason!: string;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt!: Date;

  /** How many times it was decided. */
  @Column('integer', { default: 1 })
  decisions!: number;
}
