import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a publication asked for and came to; which values were computed from their parts; the order of changes. */
export class Publication1767227300000 implements MigrationInterface {
  name = 'Publication1767227300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE observation_revision ADD is_computed boolean NOT NULL DEFAULT false;
      -- Of ids that begin alike a GiST index of texts is slow: six times slower than of their digests.
      ALTER TABLE observation_revision
        DROP CONSTRAINT observation_revision_instant_excl,
        ADD CONSTRAINT observation_revision_instant_excl
          EXCLUDE USING gist ((md5(observation_id)::uuid) WITH =, tstzrange(valid_from, valid_to) WITH &&)
          DEFERRABLE INITIALLY DEFERRED;
      CREATE INDEX observation_revision_inputs ON observation_revision USING gin (inputs jsonb_path_ops)
        WHERE inputs IS NOT NULL;

      CREATE TABLE publication (
        id text PRIMARY KEY CHECK (id ~ '^PUB:[0-9a-z]{16}$'),
        dataset_code text NOT NULL REFERENCES dataset (code),
        label text NOT NULL,
        geography_date date NOT NULL,
        upload_id text NOT NULL,
        is_dry_run boolean NOT NULL,
        reason text,
        actor_kind text NOT NULL,
        actor text NOT NULL,
        request_id text NOT NULL,
        status text NOT NULL CHECK (status IN ('PENDING', 'RUNNING', 'DONE', 'FAILED')),
        stage text CHECK (stage IN ('READING', 'CHECKING', 'PROTECTING', 'WRITING')),
        progress double precision CHECK (progress BETWEEN 0 AND 1),
        result jsonb,
        asked_at timestamptz NOT NULL,
        ended_at timestamptz,
        CONSTRAINT publication_result_check CHECK ((status = 'DONE') = (result IS NOT NULL)),
        CONSTRAINT publication_end_check CHECK ((status IN ('DONE', 'FAILED')) = (ended_at IS NOT NULL))
      );
      CREATE INDEX publication_asked_at ON publication (asked_at);

      -- A cell changes with its revisions, and when it becomes a secret. Its insertion alone tells nothing.
      CREATE TRIGGER lock_changes BEFORE INSERT OR UPDATE OR DELETE ON observation_revision
        FOR EACH STATEMENT EXECUTE FUNCTION lock_changes();
      CREATE TRIGGER lock_changes BEFORE UPDATE ON observation
        FOR EACH STATEMENT EXECUTE FUNCTION lock_changes();
      CREATE TRIGGER track_observation_insert AFTER INSERT ON observation_revision
        REFERENCING NEW TABLE AS changed_rows
        FOR EACH STATEMENT EXECUTE FUNCTION record_change('observation', 'observation_id', 'part');
      CREATE TRIGGER track_observation_update AFTER UPDATE ON observation_revision
        REFERENCING OLD TABLE AS former_rows NEW TABLE AS changed_rows
        FOR EACH STATEMENT EXECUTE FUNCTION record_change('observation', 'observation_id', 'part', 'former');
      CREATE TRIGGER track_observation_delete AFTER DELETE ON observation_revision
        REFERENCING OLD TABLE AS changed_rows
        FOR EACH STATEMENT EXECUTE FUNCTION record_change('observation', 'observation_id', 'part');
      CREATE TRIGGER track_observation_update AFTER UPDATE ON observation
        REFERENCING OLD TABLE AS former_rows NEW TABLE AS changed_rows
        FOR EACH STATEMENT EXECUTE FUNCTION record_change('observation', 'id', 'row', 'former');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER track_observation_update ON observation;
      DROP TRIGGER track_observation_delete ON observation_revision;
      DROP TRIGGER track_observation_update ON observation_revision;
      DROP TRIGGER track_observation_insert ON observation_revision;
      DROP TRIGGER lock_changes ON observation;
      DROP TRIGGER lock_changes ON observation_revision;
      DELETE FROM change_log WHERE topic = 'observation';
      DROP TABLE publication;
      DROP INDEX observation_revision_inputs;
      ALTER TABLE observation_revision DROP CONSTRAINT observation_revision_instant_excl;
      ALTER TABLE observation_revision
        ADD CONSTRAINT observation_revision_instant_excl
          EXCLUDE USING gist (observation_id WITH =, tstzrange(valid_from, valid_to) WITH &&)
          DEFERRABLE INITIALLY DEFERRED;
      ALTER TABLE observation_revision DROP is_computed;
    `);
  }
}
