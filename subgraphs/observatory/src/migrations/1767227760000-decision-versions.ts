import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many times people decided, so that nobody replaces a decision that they did not read. */
export class DecisionVersions1767227760000 implements MigrationInterface {
  name = 'DecisionVersions1767227760000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE quality_resolution ADD decisions integer NOT NULL DEFAULT 1 CHECK (decisions > 0);
      ALTER TABLE claim_decision ADD decisions integer NOT NULL DEFAULT 1 CHECK (decisions > 0);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE claim_decision DROP decisions;
      ALTER TABLE quality_resolution DROP decisions;
    `);
  }
}
