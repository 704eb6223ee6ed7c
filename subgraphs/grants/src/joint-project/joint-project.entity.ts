import { DateScalar } from '@graphess/subgraph-kit';
import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('joint_project')
@Index('joint_project_partners', { synchronize: false })
@Check('joint_project_confirmed_check', 'partners alone confirm')
@Check('joint_project_proposal_check', 'what documents tell of is not to be confirmed')
@Check('joint_project_partners_check', 'cardinality(partners) >= 2')
@ObjectType({ description: 'Un projet que plusieurs lauréats mènent ensemble.' })
export class JointProject {
  @PrimaryColumn('text')
  @Field(() => String, { description: 'Nom du projet pour les programmes, stable.' })
  slug!: string;

  @Column('text')
  @Field(() => String, { description: 'Titre.' })
  title!: string;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Le projet en quelques mots, nul si la source ne le dit pas.',
  })
  summary!: string | null;

  @Column('text', { name: 'partners', array: true })
  partnerIds!: string[];

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Jour où il a commencé, nul s’il n’est pas connu.',
  })
  since!: string | null;

  @Column('text', { name: 'source_ids', array: true })
  sourceIds!: string[];

  @Column('text', { nullable: true })
  quotation!: string | null;

  /** Who proposed it here; null for what documents tell of. */
  @Column('text', { name: 'proposed_by', nullable: true })
  proposedBy!: string | null;

  @Column('text', { name: 'confirmed_by', array: true, default: '{}' })
  confirmedBy!: string[];
}
