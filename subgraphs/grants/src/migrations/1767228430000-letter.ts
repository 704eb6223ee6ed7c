import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Letter1767228430000 implements MigrationInterface {
  name = 'Letter1767228430000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE letter (
        id uuid PRIMARY KEY,
        application_id text NOT NULL,
        kind text NOT NULL,
        template_version integer NOT NULL,
        sha256 text NOT NULL,
        bytes integer NOT NULL,
        issued_at timestamptz NOT NULL,
        revoked_at timestamptz,
        CONSTRAINT letter_application_fkey FOREIGN KEY (application_id) REFERENCES application (id) ON DELETE CASCADE,
        CONSTRAINT letter_kind_check CHECK (kind IN ('AWARD', 'REFUSAL')),
        CONSTRAINT letter_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$')
      );
      CREATE INDEX letter_application ON letter (application_id, issued_at);
      CREATE INDEX letter_sha256 ON letter (sha256);
      CREATE UNIQUE INDEX letter_in_force ON letter (application_id) WHERE revoked_at IS NULL;

      -- A letter tells of the decision in force: whatever takes the decision back takes the letter with it.
      CREATE FUNCTION revoke_letters() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        UPDATE letter SET revoked_at = coalesce(NEW.updated_at, now())
         WHERE application_id = NEW.id AND revoked_at IS NULL;
        RETURN NULL;
      END $fn$;
      CREATE TRIGGER revoke_letters AFTER UPDATE OF state ON application
        FOR EACH ROW WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION revoke_letters();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER revoke_letters ON application;
      DROP FUNCTION revoke_letters;
      DROP TABLE letter;
    `);
  }
}
