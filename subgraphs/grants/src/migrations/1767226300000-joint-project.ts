import type { MigrationInterface, QueryRunner } from 'typeorm';

export class JointProject1767226300000 implements MigrationInterface {
  name = 'JointProject1767226300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE joint_project (
        slug text PRIMARY KEY,
        title text NOT NULL,
        partners text[] NOT NULL,
        since date,
        source_ids text[] NOT NULL,
        quotation text,
        CONSTRAINT joint_project_partners_check CHECK (cardinality(partners) >= 2)
      );
      CREATE INDEX joint_project_partners ON joint_project USING gin (partners);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE joint_project;');
  }
}
