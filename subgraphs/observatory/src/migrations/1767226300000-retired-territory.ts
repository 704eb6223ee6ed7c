import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Territories that the official geographic code no longer has, until nothing refers to them any more. */
export class RetiredTerritory1767226300000 implements MigrationInterface {
  name = 'RetiredTerritory1767226300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE retired_territory (
        territory_id text PRIMARY KEY REFERENCES territory (id) ON DELETE CASCADE
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE retired_territory;');
  }
}
