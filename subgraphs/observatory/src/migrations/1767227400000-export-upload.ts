import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that go out (exports) and come in (uploads), and what serves a whole dataset in its order. */
export class ExportUpload1767227400000 implements MigrationInterface {
  name = 'ExportUpload1767227400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE export_job (
        id uuid PRIMARY KEY,
        owner text NOT NULL,
        dataset_code text NOT NULL REFERENCES dataset (code) ON DELETE CASCADE,
        query text NOT NULL,
        created_at timestamptz NOT NULL,
        status text NOT NULL CHECK (status IN ('PENDING', 'RUNNING', 'DONE', 'FAILED', 'EXPIRED')),
        row_count integer CHECK (row_count >= 0),
        bytes bigint CHECK (bytes >= 0),
        sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        -- What was hidden when the file was made: a file that shows what was hidden since is served no more.
        secrets text,
        expires_at timestamptz,
        CONSTRAINT export_job_done_check CHECK (status NOT IN ('DONE', 'EXPIRED')
          OR (row_count IS NOT NULL AND bytes IS NOT NULL AND sha256 IS NOT NULL AND secrets IS NOT NULL
              AND expires_at IS NOT NULL))
      );
      CREATE INDEX export_job_owner ON export_job (owner) WHERE status IN ('PENDING', 'RUNNING');
      CREATE INDEX export_job_expiry ON export_job (created_at);

      CREATE TABLE upload (
        id uuid PRIMARY KEY,
        owner text NOT NULL,
        file_name text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 200),
        bytes bigint NOT NULL CHECK (bytes > 0),
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        -- SHA-256 of the signature in its address.
        signature_hash bytea NOT NULL,
        created_at timestamptz NOT NULL,
        -- Until when its content may be sent.
        expires_at timestamptz NOT NULL,
        -- Somebody is sending it, until then at the latest.
        receiving_until timestamptz,
        received_at timestamptz
      );
      CREATE INDEX upload_owner ON upload (owner) WHERE received_at IS NULL;
      CREATE INDEX upload_expiry ON upload (created_at);

      -- A dataset in the order of its files, and what held of each observation at an instant.
      CREATE INDEX observation_export ON observation (dataset_code, indicator_code COLLATE "C", breakdown COLLATE "C",
        territory_id COLLATE "C", (coalesce(period, 0)));
      CREATE INDEX observation_revision_held ON observation_revision (observation_id, valid_from DESC);
      CREATE INDEX observation_secret ON observation (dataset_code, secret_since) WHERE secret_since IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX observation_secret, observation_revision_held, observation_export;
      DROP TABLE upload, export_job;
    `);
  }
}
