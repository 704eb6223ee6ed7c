import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles, RNA number and legal form beside the name. Followers read their copy again, since no row of the owner changed. */
export class OrganizationRoles1767228300000 implements MigrationInterface {
  name = 'OrganizationRoles1767228300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organization_copy
        ADD rna text,
        ADD legal_form text,
        ADD roles text[] NOT NULL DEFAULT '{}';
      UPDATE follow_position SET seq = 0 WHERE source = 'observatory' AND topic = 'organization';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE organization_copy DROP rna, DROP legal_form, DROP roles');
  }
}
