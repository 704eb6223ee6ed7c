import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Attachment1767228210000 implements MigrationInterface {
  name = 'Attachment1767228210000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE attachment (
        id uuid PRIMARY KEY,
        application_id text NOT NULL,
        kind text NOT NULL,
        file_name text NOT NULL,
        bytes integer NOT NULL,
        sha256 text NOT NULL,
        media_type text,
        scan text,
        signature_hash bytea NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        receiving_until timestamptz,
        received_at timestamptz,
        CONSTRAINT attachment_application_fkey FOREIGN KEY (application_id)
          REFERENCES application (id) ON DELETE CASCADE,
        CONSTRAINT attachment_kind_check CHECK (kind IN (
          'STATUTES', 'BANK_DETAILS', 'ACCOUNTS', 'ACTIVITY_REPORT', 'REPRESENTATION_MANDATE', 'QUOTE', 'OTHER')),
        CONSTRAINT attachment_file_name_check CHECK (char_length(file_name) BETWEEN 1 AND 200),
        CONSTRAINT attachment_bytes_check CHECK (bytes BETWEEN 1 AND 10000000),
        CONSTRAINT attachment_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        CONSTRAINT attachment_scan_check CHECK (scan IN ('NOT_SCANNED', 'CLEAN', 'INFECTED')),
        -- What was received is known for what it is.
        CONSTRAINT attachment_received_check CHECK (
          (received_at IS NULL) = (media_type IS NULL) AND (received_at IS NULL) = (scan IS NULL))
      );
      CREATE INDEX attachment_application ON attachment (application_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE attachment');
  }
}
