import { DateTimeScalar, Node } from '@graphess/subgraph-kit';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Call } from '../call/call.entity.ts';
import { CENTS } from '../cents.ts';
import type { ApplicationState } from './application.state.ts';

@Entity('application')
@Unique('application_id_call_id_key', ['id', 'callId'])
@Unique('application_number_key', ['callId', 'number'])
@Index('application_call', ['callId', 'state'])
@Index('application_name', { synchronize: false })
@Check('application_state_check', 'state is one of ApplicationState')
@Check('application_amounts_check', 'amounts are positive')
@Check('application_identifiers_check', 'identifiers are well formed')
@Check('application_project_total_check', 'a project costs something')
@Check('application_awarded_check', 'only an awarded application has an award')
@ObjectType({
  implements: Node,
  description: 'La candidature d’une structure à une édition de l’appel à projets.',
})
@Directive('@key(fields: "id")')
export class Application extends Node {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Identifiant : `APP:…`.' })
  declare id: string;

  @Column('text', { name: 'call_id' })
  @ForeignKey(() => Call, { name: 'application_call_id_fkey' })
  callId!: string;

  @Column('integer', { nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: 'Numéro de dossier ; nul quand la source n’en donne pas.',
  })
  number!: number | null;

  @Column('text', { name: 'organization_id' })
  @Index('application_organization')
  organizationId!: string;

  @Column('text', { name: 'applicant_name' })
  @Field(() => String, { description: 'Nom de la structure, tel que la candidature ou la source l’écrit.' })
  applicantName!: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Titre du projet, nul s’il n’est pas connu.' })
  title!: string | null;

  @Column('text')
  @Field(() => String, { description: 'Le projet en quelques mots.' })
  summary!: string;

  @Column('text', { name: 'area_as_stated', nullable: true })
  @Field(() => String, { nullable: true, description: 'Territoire du projet, tel que la source l’écrit.' })
  areaAsStated!: string | null;

  @Column('text', { name: 'action_territories', array: true })
  actionTerritoryIds!: string[];

  @Column('text', { name: 'funded_items', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Ce que la subvention paie, nul si on ne le sait pas.',
  })
  fundedItems!: string | null;

  @Column('text', { name: 'public_info', nullable: true })
  @Field(() => String, { nullable: true, description: 'Note publique d’un agent du Département.' })
  publicInfo!: string | null;

  /** Where it stands for agents and jury; the graph shows applicants what their edition shows them of it. */
  @Column('text')
  state!: ApplicationState;

  @Column('integer', { default: 1 })
  @Field(() => Int, { description: 'Version, à rappeler pour modifier la candidature.' })
  version!: number;

  @Column('timestamptz', { name: 'created_at', nullable: true })
  createdAt!: Date | null;

  @Column('timestamptz', { name: 'updated_at', nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Instant de la dernière modification, nul pour un lauréat que seuls des documents nomment.',
  })
  updatedAt!: Date | null;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Instant du dépôt, nul tant qu’elle n’est pas déposée ou s’il n’est pas connu.',
  })
  submittedAt!: Date | null;

  @Column({ ...CENTS, name: 'requested_cents' })
  requestedCents!: number | null;

  @Column({ ...CENTS, name: 'awarded_cents' })
  awardedCents!: number | null;

  /** Who applied, as filed: the register may know nothing of it, or know another name tomorrow. */
  @Column('text', { name: 'applicant_siret', nullable: true })
  applicantSiret!: string | null;

  @Column('text', { name: 'applicant_rna', nullable: true })
  applicantRna!: string | null;

  @Column('text', { name: 'applicant_legal_form', nullable: true })
  applicantLegalForm!: string | null;

  @Column({ ...CENTS, name: 'project_total_cents' })
  projectTotalCents!: number | null;

  @Column('boolean', { name: 'is_demonstration' })
  @Field(() => Boolean, { description: 'Vrai si elle est inventée pour la démonstration.' })
  isDemonstration!: boolean;

  @Column('text', { name: 'source_ids', array: true })
  sourceIds!: string[];

  /** When what it says of persons was taken out of it. */
  @Column('timestamptz', { name: 'personal_data_erased_at', nullable: true })
  personalDataErasedAt?: Date | null;

  /** Applicant's name, title and summary, folded for search; kept by the database. */
  @Column('text', { nullable: true })
  folded?: string | null;
}
