import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EventCopy1767228520000 implements MigrationInterface {
  name = 'EventCopy1767228520000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE event_copy (
        id text PRIMARY KEY,
        title text NOT NULL,
        type text NOT NULL,
        starts_on date NOT NULL,
        last_possible_on date NOT NULL,
        status text NOT NULL,
        is_demonstration boolean NOT NULL
      );
      CREATE INDEX event_copy_type ON event_copy (type, last_possible_on);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE event_copy;');
  }
}
