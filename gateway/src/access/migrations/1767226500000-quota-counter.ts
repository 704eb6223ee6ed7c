import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was spent in the current minute, by bucket. Unlogged: a crash forgets a minute, and no write waits for the disk. */
export class QuotaCounter1767226500000 implements MigrationInterface {
  name = 'QuotaCounter1767226500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE UNLOGGED TABLE quota_counter (
        bucket text PRIMARY KEY,
        spent bigint NOT NULL CHECK (spent >= 0),
        accepted boolean NOT NULL,
        ends_at timestamptz NOT NULL
      ) WITH (fillfactor = 50);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE quota_counter');
  }
}
