import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Call } from '../call/call.entity.ts';

export type OpenTo = 'ASSOCIATIONS' | 'ASSOCIATIONS_AND_ESUS';

/** What the eligibility rules of an edition turn on. `version` changes whenever they may give another verdict. */
@Entity('eligibility_terms')
@Check('eligibility_terms_open_to_check', 'open_to is one of OpenTo')
export class EligibilityTerms {
  @PrimaryColumn('text', { name: 'call_id' })
  @ForeignKey(() => Call, { name: 'eligibility_terms_call_id_fkey', onDelete: 'CASCADE' })
  callId!: string;

  @Column('text')
  version!: string;

  @Column('text', { name: 'open_to' })
  openTo!: OpenTo;

  /** Territory that the projects must act in. */
  @Column('text', { name: 'action_within' })
  actionWithin!: string;
}
