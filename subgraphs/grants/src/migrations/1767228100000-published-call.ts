import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an edition that is published here has besides what documents tell of those before. */
export class PublishedCall1767228100000 implements MigrationInterface {
  name = 'PublishedCall1767228100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE call_document (
        call_id text NOT NULL,
        position integer NOT NULL,
        title text NOT NULL,
        url text NOT NULL,
        sha256 text NOT NULL,
        PRIMARY KEY (call_id, position),
        CONSTRAINT call_document_call_id_fkey FOREIGN KEY (call_id) REFERENCES call (id) ON DELETE CASCADE,
        CONSTRAINT call_document_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        CONSTRAINT call_document_url_check CHECK (url ~ '^https://')
      );

      -- Rules as they were: a verdict names its version for ever.
      CREATE TABLE eligibility_version (
        call_id text NOT NULL,
        version text NOT NULL,
        since timestamptz NOT NULL,
        open_to text NOT NULL,
        action_within text NOT NULL,
        rules jsonb NOT NULL,
        PRIMARY KEY (call_id, version),
        CONSTRAINT eligibility_version_call_id_fkey FOREIGN KEY (call_id) REFERENCES call (id) ON DELETE CASCADE,
        CONSTRAINT eligibility_version_open_to_check CHECK (open_to IN ('ASSOCIATIONS', 'ASSOCIATIONS_AND_ESUS'))
      );
      CREATE FUNCTION keep_eligibility_version() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        RAISE EXCEPTION 'a version of rules does not change'
          USING ERRCODE = 'check_violation', CONSTRAINT = 'eligibility_version_is_kept';
      END $fn$;
      CREATE TRIGGER keep_eligibility_version BEFORE UPDATE ON eligibility_version
        FOR EACH ROW EXECUTE FUNCTION keep_eligibility_version();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE eligibility_version, call_document; DROP FUNCTION keep_eligibility_version;',
    );
  }
}
