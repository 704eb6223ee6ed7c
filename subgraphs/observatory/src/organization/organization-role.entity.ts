import { Source } from '@graphess/provenance';
import { DateScalar } from '@graphess/subgraph-kit';
import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Organization } from './organization.entity.ts';
import { OrgRole } from './organization.role.ts';

@Entity('organization_role')
@Unique('organization_role_organization_id_position_key', ['organizationId', 'position'])
@Check('organization_role_role_check', 'role is one of OrgRole')
@Check('organization_role_span_check', 'since <= until')
@ObjectType({
  description: 'Un rôle d’une organisation, sa période quand elle est connue, et la source qui le dit.',
})
export class OrganizationRole {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'organization_id' })
  @ForeignKey(() => Organization, { name: 'organization_role_organization_id_fkey', onDelete: 'CASCADE' })
  organizationId!: string;

  @Column('integer')
  position!: number;

  @Column('text')
  @Field(() => OrgRole, { description: 'Le rôle.' })
  role!: OrgRole;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'Premier jour du rôle, nul s’il n’est pas connu.' })
  since!: string | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Dernier jour du rôle, nul s’il dure encore ou n’est pas connu.',
  })
  until!: string | null;

  @Column('text', { name: 'source_id' })
  @ForeignKey(() => Source, { name: 'organization_role_source_id_fkey' })
  sourceId!: string;
}
