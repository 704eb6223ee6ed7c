import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A series is read by indicator, territory, detail and year; of each observation, what holds today. */
export class Series1767227600000 implements MigrationInterface {
  name = 'Series1767227600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX observation_series ON observation (indicator_code, territory_id, breakdown, period);
      CREATE INDEX observation_total ON observation (territory_id) WHERE breakdown = '';
      CREATE INDEX observation_revision_current ON observation_revision (observation_id) WHERE valid_to IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX observation_revision_current, observation_total, observation_series;');
  }
}
