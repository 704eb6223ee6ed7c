import { trackChangesSql } from '@graphess/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the figures of jobs of a commune forbid a directory of structures to say; the other subgraphs are fed with it. */
export class HeadcountShield1767227500000 implements MigrationInterface {
  name = 'HeadcountShield1767227500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE headcount_shield (
        id text PRIMARY KEY,
        has_secret boolean NOT NULL,
        least_contributors integer CHECK (least_contributors >= 0)
      );
      ${trackChangesSql('headcount_shield', 'headcount_shield', 'id')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE headcount_shield;');
  }
}
