import { trackChangesSql } from '@graphess/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class UnknownValue1767227700000 implements MigrationInterface {
  name = 'UnknownValue1767227700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE unknown_value (
        id text PRIMARY KEY,
        origin text NOT NULL,
        subject text NOT NULL,
        field text NOT NULL,
        label text NOT NULL,
        reason text NOT NULL CHECK (reason IN (
          'NO_SOURCE', 'NOT_PUBLISHED_YET', 'NAMES_NOT_PUBLISHED', 'AMOUNTS_NOT_PUBLISHED')),
        count integer CHECK (count > 0),
        source_id text NOT NULL REFERENCES source (id)
      );
      CREATE INDEX unknown_value_subject ON unknown_value (subject);
      ${trackChangesSql('unknown_value', 'unknown', 'id')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE unknown_value;');
  }
}
