import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who publishes a dataset; how often somebody tried to; which announcement somebody read. */
export class Publisher1767227800000 implements MigrationInterface {
  name = 'Publisher1767227800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dataset
        ADD version integer NOT NULL DEFAULT 1 CHECK (version > 0),
        ADD publisher_ids text[] NOT NULL DEFAULT '{}',
        -- Invented figures come with the load, and from nobody else.
        ADD CONSTRAINT dataset_publisher_ids_check CHECK (NOT is_demonstration OR cardinality(publisher_ids) = 0);
      CREATE INDEX publication_tries ON publication (actor, dataset_code, asked_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX publication_tries;
      ALTER TABLE dataset DROP publisher_ids, DROP version;
    `);
  }
}
