import { DateTimeScalar } from '@graphess/subgraph-kit';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { CENTS } from '../cents.ts';

@Entity('call')
@Unique('call_edition_key', ['edition'])
@Check('call_id_check', 'id is CALL: and the edition')
@Check('call_award_year_check', 'award_year >= launch_year')
@Check('call_amounts_check', 'amounts are positive')
@Check('call_counts_check', 'no count is above applications')
@Check('call_within_envelope_check', 'awards fit the envelope')
@Check('call_paid_check', 'what is paid was committed')
@Check('call_window_check', 'it opens before it closes')
@ObjectType({ description: 'Une édition de l’appel à projets.' })
export class Call {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Identifiant : `CALL:` et le numéro de l’édition.' })
  id!: string;

  @Column('integer')
  @Field(() => Int, { description: 'Numéro de l’édition, à partir de 1.' })
  edition!: number;

  @Column('text')
  @Field(() => String, { description: 'Titre.' })
  title!: string;

  @Column('integer', { name: 'launch_year' })
  @Field(() => Int, { description: 'Année du lancement.' })
  launchYear!: number;

  @Column('integer', { name: 'award_year', nullable: true })
  @Field(() => Int, {
    nullable: true,
    description:
      'Année où les lauréats sont désignés, l’année suivant souvent celle du lancement ; nulle avant.',
  })
  awardYear!: number | null;

  @Column({ ...CENTS, name: 'envelope_total_cents' })
  envelopeTotalCents!: number | null;

  @Column({ ...CENTS, name: 'max_per_project_cents' })
  maxPerProjectCents!: number | null;

  @Column('integer', { nullable: true })
  applications!: number | null;

  @Column('integer', { nullable: true })
  eligible!: number | null;

  @Column('integer', { nullable: true })
  shortlisted!: number | null;

  @Column('integer', { nullable: true })
  auditioned!: number | null;

  @Column('integer', { nullable: true })
  awarded!: number | null;

  @Column('text', { array: true })
  @Field(() => [String], { description: 'Objectifs de l’appel à projets.' })
  objectives!: string[];

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Adresse de contact de cette édition, nulle si aucune n’est connue.',
  })
  contact!: string | null;

  @Column('text', { name: 'support_partners', array: true })
  supportPartnerIds!: string[];

  @Column('text', { name: 'source_ids', array: true })
  sourceIds!: string[];

  @Column('timestamptz', { name: 'opens_at', nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Instant à partir duquel les candidatures sont reçues, nul s’il n’est pas connu.',
  })
  opensAt!: Date | null;

  @Column('timestamptz', { name: 'closes_at', nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Premier instant où elles ne le sont plus, à la seconde près, nul s’il n’est pas connu.',
  })
  closesAt!: Date | null;

  /** What the awards in force add up to, and what was paid of them; kept by the database. */
  @Column({ ...CENTS, nullable: false, default: 0, name: 'committed_cents' })
  committedCents!: number;

  @Column({ ...CENTS, nullable: false, default: 0, name: 'paid_cents' })
  paidCents!: number;

  /** Null for an edition that documents tell of: a load leaves the others alone. */
  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt!: Date | null;

  @Column('integer', { default: 1 })
  @Field(() => Int, { description: 'Version, à rappeler pour modifier l’édition.' })
  version!: number;
}
