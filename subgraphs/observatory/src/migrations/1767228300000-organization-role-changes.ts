import { trackChangesSql } from '@graphess/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A role that an organisation gains or loses is a change of the organisation for those that follow it. */
export class OrganizationRoleChanges1767228300000 implements MigrationInterface {
  name = 'OrganizationRoleChanges1767228300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(trackChangesSql('organization_role', 'organization', 'organization_id', 'part'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER track_organization_insert ON organization_role;
      DROP TRIGGER track_organization_update ON organization_role;
      DROP TRIGGER track_organization_delete ON organization_role;
      DROP TRIGGER lock_changes ON organization_role;
    `);
  }
}
