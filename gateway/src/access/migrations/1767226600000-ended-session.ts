import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions that were ended before their time: a cookie alone would still open them. */
export class EndedSession1767226600000 implements MigrationInterface {
  name = 'EndedSession1767226600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ended_session (
        id uuid PRIMARY KEY,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX ended_session_expires_at ON ended_session (expires_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ended_session');
  }
}
