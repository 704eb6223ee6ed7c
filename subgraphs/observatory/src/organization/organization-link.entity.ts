import { Source } from '@graphess/provenance';
import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Organization } from './organization.entity.ts';

@Entity('organization_link')
@Unique('organization_link_organization_id_position_key', ['organizationId', 'position'])
@Check('organization_link_url_check', 'url begins with http:// or https://')
@ObjectType({ description: 'Une page internet d’une organisation, et la source qui la donne.' })
export class OrganizationLink {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'organization_id' })
  @ForeignKey(() => Organization, { name: 'organization_link_organization_id_fkey', onDelete: 'CASCADE' })
  organizationId!: string;

  @Column('integer')
  position!: number;

  @Column('text')
  @Field(() => String, { description: 'Adresse de la page.' })
  url!: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Ce que la page est.' })
  label!: string | null;

  @Column('text', { name: 'source_id' })
  @ForeignKey(() => Source, { name: 'organization_link_source_id_fkey' })
  sourceId!: string;
}
