import { trackChangesSql } from '@graphess/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ProvenanceTables1767225700000 implements MigrationInterface {
  name = 'ProvenanceTables1767225700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE source (
        id text PRIMARY KEY,
        producer text NOT NULL,
        title text NOT NULL,
        document text,
        vintage text,
        url text,
        accessed_on date,
        published_on date,
        licence text,
        citation text NOT NULL
      );
      CREATE TABLE claim (
        id text PRIMARY KEY,
        origin text NOT NULL,
        subject text NOT NULL,
        field text NOT NULL,
        statement text NOT NULL,
        current boolean NOT NULL,
        source_id text NOT NULL REFERENCES source (id)
      );
      CREATE INDEX claim_order ON claim (subject, field, (CASE WHEN current THEN 0 ELSE 1 END), id);
      ${trackChangesSql('claim', 'claim', 'id')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE claim; DROP TABLE source;');
  }
}
