import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EligibilityTerms } from './eligibility-terms.entity.ts';

export type RuleCode = 'LEGAL_FORM' | 'REQUESTED_AMOUNT' | 'THEMES' | 'ACTION_TERRITORY';

@Entity('eligibility_rule')
@Check('eligibility_rule_code_check', 'code is one that the rules know')
@ObjectType({ description: 'Une règle d’éligibilité d’une édition.' })
export class EligibilityRule {
  @PrimaryColumn('text', { name: 'call_id' })
  @ForeignKey(() => EligibilityTerms, { name: 'eligibility_rule_call_id_fkey', onDelete: 'CASCADE' })
  callId!: string;

  @PrimaryColumn('text')
  @Field(() => String, {
    description: 'Code : `LEGAL_FORM`, `REQUESTED_AMOUNT`, `THEMES`, `ACTION_TERRITORY`.',
  })
  code!: RuleCode;

  @Column('integer')
  position!: number;

  @Column('text')
  @Field(() => String, { description: 'Libellé.' })
  label!: string;

  @Column('text')
  @Field(() => String, { description: 'Ce que la règle demande.' })
  description!: string;
}
