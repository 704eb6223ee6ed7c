import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Territory } from '../territory/territory.entity.ts';
import { Organization } from './organization.entity.ts';

/** A territory that an organisation acts in, which need not be that of its seat. */
@Entity('organization_area')
@Unique('organization_area_organization_id_territory_id_key', ['organizationId', 'territoryId'])
export class OrganizationArea {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'organization_id' })
  @ForeignKey(() => Organization, { name: 'organization_area_organization_id_fkey', onDelete: 'CASCADE' })
  organizationId!: string;

  @Column('text', { name: 'territory_id' })
  @ForeignKey(() => Territory, { name: 'organization_area_territory_id_fkey' })
  territoryId!: string;
}
