import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Observation1767226200000 implements MigrationInterface {
  name = 'Observation1767226200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE dataset (
        code text PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$'),
        title text NOT NULL,
        licence text NOT NULL,
        producer text NOT NULL,
        update_frequency text NOT NULL,
        is_demonstration boolean NOT NULL,
        UNIQUE (code, is_demonstration)
      );

      CREATE TABLE vintage (
        id text PRIMARY KEY,
        dataset_code text NOT NULL REFERENCES dataset (code),
        label text NOT NULL,
        released_at timestamptz,
        first_loaded_at timestamptz NOT NULL,
        geography_date date,
        UNIQUE (dataset_code, label)
      );

      CREATE TABLE observation (
        id text PRIMARY KEY,
        dataset_code text NOT NULL,
        indicator_code text NOT NULL CHECK (indicator_code IN (
          'ESS_ESTABLISHMENTS', 'ESS_JOBS', 'ESS_ESTABLISHMENTS_SHARE', 'ESS_JOBS_SHARE', 'ESS_JOBS_PER_1000',
          'ESS_JOBS_RANK', 'ESS_ESTABLISHMENTS_DEPARTMENT_SHARE', 'ESS_JOBS_TOP5_SHARE',
          'ESS_ESTABLISHMENTS_TOP5_SHARE', 'ASSOCIATIONS', 'COOPERATIVES', 'FOUNDATIONS', 'ESS_PAYROLL', 'ESS_FTE')),
        territory_id text NOT NULL REFERENCES territory (id),
        period integer CHECK (period BETWEEN 1900 AND 2200),
        is_demonstration boolean NOT NULL,
        -- A dataset is wholly one or the other.
        CONSTRAINT observation_dataset_fkey
          FOREIGN KEY (dataset_code, is_demonstration) REFERENCES dataset (code, is_demonstration),
        CONSTRAINT observation_cell_key
          UNIQUE NULLS NOT DISTINCT (dataset_code, indicator_code, territory_id, period)
      );
      CREATE INDEX observation_territory ON observation (territory_id, indicator_code);

      CREATE TABLE observation_revision (
        id text PRIMARY KEY,
        observation_id text NOT NULL REFERENCES observation (id) ON DELETE CASCADE,
        vintage_id text NOT NULL REFERENCES vintage (id),
        valid_from timestamptz NOT NULL,
        valid_to timestamptz,
        value double precision,
        status text NOT NULL CHECK (status IN (
          'NORMAL', 'PROVISIONAL', 'ESTIMATED', 'REVISED', 'BREAK', 'SUPPRESSED', 'SUPPRESSED_FREQUENCY',
          'SUPPRESSED_DOMINANCE', 'SUPPRESSED_SECONDARY', 'SUPPRESSED_PRODUCER', 'NOT_APPLICABLE', 'MISSING')),
        approximate boolean NOT NULL,
        statement text,
        quotation text,
        source_ids text[] NOT NULL CHECK (cardinality(source_ids) > 0),
        comparable_with_previous boolean NOT NULL,
        reason text,
        CONSTRAINT observation_revision_span_check CHECK (valid_from < valid_to),
        CONSTRAINT observation_revision_missing_check CHECK (status <> 'MISSING' OR value IS NULL),
        CONSTRAINT observation_revision_normal_check CHECK (status <> 'NORMAL' OR value IS NOT NULL),
        -- At any instant an observation has one value.
        CONSTRAINT observation_revision_instant_excl
          EXCLUDE USING gist (observation_id WITH =, tstzrange(valid_from, valid_to) WITH &&)
          DEFERRABLE INITIALLY DEFERRED
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE observation_revision, observation, vintage, dataset;');
  }
}
