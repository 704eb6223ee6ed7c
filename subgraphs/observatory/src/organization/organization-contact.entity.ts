import { Source } from '@graphess/provenance';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Organization } from './organization.entity.ts';

/** An address, phone or e-mail as a document prints it. No field of the graph reads it; one that names a person has no text. */
@Entity('organization_contact')
@Index('organization_contact_organization_id', ['organizationId'])
@Check('organization_contact_kind_check', 'kind is ADDRESS, PHONE or EMAIL')
@Check('organization_contact_nominative_check', 'a nominative contact has no text')
export class OrganizationContact {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'organization_id' })
  @ForeignKey(() => Organization, { name: 'organization_contact_organization_id_fkey', onDelete: 'CASCADE' })
  organizationId!: string;

  @Column('text')
  kind!: 'ADDRESS' | 'PHONE' | 'EMAIL';

  @Column('text', { name: 'as_printed', nullable: true })
  asPrinted!: string | null;

  @Column('text', { nullable: true })
  normalised!: string | null;

  @Column('boolean')
  nominative!: boolean;

  @Column('text', { name: 'source_id' })
  @ForeignKey(() => Source, { name: 'organization_contact_source_id_fkey' })
  sourceId!: string;
}
