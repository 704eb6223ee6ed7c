import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Serves the list of organisations in its order. */
export class ListOrder1767226400000 implements MigrationInterface {
  name = 'ListOrder1767226400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX organization_name ON organization (name COLLATE extensions.french, id);',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX organization_name;');
  }
}
