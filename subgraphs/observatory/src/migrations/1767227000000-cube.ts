import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cells of a cube instead of totals alone; what a publication leaves; secrets that last. */
export class Cube1767227000000 implements MigrationInterface {
  name = 'Cube1767227000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dataset ADD next_release_on date;

      ALTER TABLE vintage
        ADD file_sha256 text CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
        ADD reason text,
        ADD withdrawn_at timestamptz,
        ADD withdrawal_reason text,
        ADD source_id text REFERENCES source (id),
        ADD CONSTRAINT vintage_withdrawal_check CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL));
      -- A file is published once in a dataset, unless what it published was withdrawn.
      CREATE UNIQUE INDEX vintage_file ON vintage (dataset_code, file_sha256) WHERE withdrawn_at IS NULL;

      ALTER TABLE observation DROP CONSTRAINT observation_indicator_code_check;
      ALTER TABLE observation ADD CONSTRAINT observation_indicator_code_check CHECK (indicator_code IN (
        'ESS_ESTABLISHMENTS', 'ESS_JOBS', 'ESS_ESTABLISHMENTS_SHARE', 'ESS_JOBS_SHARE', 'ESS_JOBS_PER_1000',
        'ESS_JOBS_RANK', 'ESS_ESTABLISHMENTS_DEPARTMENT_SHARE', 'ESS_JOBS_TOP5_SHARE',
        'ESS_ESTABLISHMENTS_TOP5_SHARE', 'ASSOCIATIONS', 'COOPERATIVES', 'FOUNDATIONS', 'ESS_PAYROLL', 'ESS_FTE',
        'ESS_JOBS_GROWTH', 'ESS_ESTABLISHMENTS_GROWTH', 'PRIVATE_ESTABLISHMENTS', 'PRIVATE_JOBS', 'ESTABLISHMENTS',
        'JOBS', 'PAYROLL'));
      ALTER TABLE observation
        ADD breakdown text NOT NULL DEFAULT ''
          CHECK (breakdown ~ '^([A-Z][A-Z0-9_]*=[A-Z0-9_]+([|][A-Z][A-Z0-9_]*=[A-Z0-9_]+)*)?$'),
        ADD secret_since timestamptz;
      ALTER TABLE observation DROP CONSTRAINT observation_cell_key;
      ALTER TABLE observation ADD CONSTRAINT observation_cell_key
        UNIQUE NULLS NOT DISTINCT (dataset_code, indicator_code, territory_id, period, breakdown);
      CREATE INDEX observation_slice ON observation (dataset_code, indicator_code, period, breakdown);

      ALTER TABLE observation_revision
        -- What a derived value was computed from: [{role, id, value, vintageId}].
        ADD inputs jsonb,
        ADD units integer CHECK (units >= 0),
        ADD largest double precision CHECK (largest >= 0);
      CREATE INDEX observation_revision_vintage ON observation_revision (vintage_id);
      CREATE INDEX observation_revision_change ON observation_revision (valid_from, observation_id);

      -- Whoever hides a cell hides it for ever: to show it again would show what it was.
      CREATE FUNCTION keep_secret() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        IF OLD.secret_since IS NOT NULL AND NEW.secret_since IS DISTINCT FROM OLD.secret_since THEN
          RAISE EXCEPTION 'a hidden cell stays hidden' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $fn$;
      CREATE TRIGGER keep_secret BEFORE UPDATE OF secret_since ON observation
        FOR EACH ROW EXECUTE FUNCTION keep_secret();

      -- Figures of the last audit of a vintage, as shown by disclosureAudit.
      CREATE TABLE disclosure_audit (
        vintage_id text PRIMARY KEY REFERENCES vintage (id) ON DELETE CASCADE,
        cells integer NOT NULL CHECK (cells >= 0),
        published integer NOT NULL,
        suppressed_primary integer NOT NULL,
        suppressed_secondary integer NOT NULL,
        recoverable_cells integer NOT NULL,
        narrow_cells integer NOT NULL,
        gap double precision,
        rules text[] NOT NULL,
        checked_at timestamptz NOT NULL,
        CONSTRAINT disclosure_audit_sum_check CHECK (cells = published + suppressed_primary + suppressed_secondary),
        -- A vintage with a cell that can be found again is never written.
        CONSTRAINT disclosure_audit_safe_check CHECK (recoverable_cells = 0 AND narrow_cells = 0)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE disclosure_audit;
      DROP TRIGGER keep_secret ON observation;
      DROP FUNCTION keep_secret();
      DROP INDEX observation_revision_change, observation_revision_vintage, observation_slice, vintage_file;
      ALTER TABLE observation_revision DROP inputs, DROP units, DROP largest;
      ALTER TABLE observation DROP CONSTRAINT observation_cell_key;
      ALTER TABLE observation DROP breakdown, DROP secret_since;
      ALTER TABLE observation ADD CONSTRAINT observation_cell_key
        UNIQUE NULLS NOT DISTINCT (dataset_code, indicator_code, territory_id, period);
      ALTER TABLE vintage DROP CONSTRAINT vintage_withdrawal_check, DROP file_sha256, DROP reason, DROP withdrawn_at,
        DROP withdrawal_reason, DROP source_id;
      ALTER TABLE dataset DROP next_release_on;
    `);
  }
}
