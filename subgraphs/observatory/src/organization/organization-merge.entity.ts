import { DateTimeScalar } from '@graphess/subgraph-kit';
import { Field, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An act of the register: one organisation merged into another, and the end of it. What stands now is in the organisations. */
@Entity('organization_merge')
@Index('organization_merge_standing', ['organizationId'], { unique: true, where: 'undone_at IS NULL' })
@Index('organization_merge_organization_id', ['organizationId'])
@Index('organization_merge_into_id', ['intoId'])
@Check('organization_merge_reason_check', 'reason is a sentence')
@Check('organization_merge_undone_reason_check', 'reason is a sentence')
@Check('organization_merge_distinct_check', 'nothing is merged into itself')
@Check('organization_merge_undone_check', 'an end has a reason')
@ObjectType({ description: 'La fusion d’une fiche dans une autre, et sa fin quand elle a été défaite.' })
export class OrganizationMerge {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { name: 'organization_id' })
  @Field(() => ID, { description: 'La fiche fusionnée.' })
  organizationId!: string;

  @Column('text', { name: 'into_id' })
  @Field(() => ID, { description: 'Celle dans laquelle elle l’a été.' })
  intoId!: string;

  @Column('text')
  @Field(() => String, { description: 'Raison donnée.' })
  reason!: string;

  @Column('timestamptz', { name: 'merged_at' })
  @Field(() => DateTimeScalar, { description: 'Instant de la fusion.' })
  mergedAt!: Date;

  @Column('timestamptz', { name: 'undone_at', nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Instant de la séparation, nul tant que la fusion tient.',
  })
  undoneAt!: Date | null;

  @Column('text', { name: 'undone_reason', nullable: true })
  @Field(() => String, { nullable: true, description: 'Raison donnée de la séparation.' })
  undoneReason!: string | null;
}
