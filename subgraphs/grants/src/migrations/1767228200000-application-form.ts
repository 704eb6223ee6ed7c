import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ApplicationForm1767228200000 implements MigrationInterface {
  name = 'ApplicationForm1767228200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What the applicant is writing.
      CREATE TABLE application_form (
        application_id text PRIMARY KEY,
        content jsonb NOT NULL,
        saved_at timestamptz NOT NULL,
        CONSTRAINT application_form_application_fkey FOREIGN KEY (application_id)
          REFERENCES application (id) ON DELETE CASCADE,
        CONSTRAINT application_form_content_check CHECK (jsonb_typeof(content) = 'object')
      );

      -- What was filed, then each correction: what agents and jury judge.
      CREATE TABLE application_form_version (
        application_id text NOT NULL,
        number integer NOT NULL,
        at timestamptz NOT NULL,
        sha256 text NOT NULL,
        content jsonb NOT NULL,
        PRIMARY KEY (application_id, number),
        CONSTRAINT application_form_version_application_fkey FOREIGN KEY (application_id)
          REFERENCES application (id) ON DELETE CASCADE,
        CONSTRAINT application_form_version_number_check CHECK (number > 0),
        CONSTRAINT application_form_version_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$')
      );
      CREATE FUNCTION keep_form_version() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        RAISE EXCEPTION 'a form that was filed does not change'
          USING ERRCODE = 'check_violation', CONSTRAINT = 'application_form_version_is_kept';
      END $fn$;
      CREATE TRIGGER keep_form_version BEFORE UPDATE ON application_form_version
        FOR EACH ROW EXECUTE FUNCTION keep_form_version();

      CREATE TABLE submission (
        application_id text PRIMARY KEY,
        receipt_id uuid NOT NULL,
        number integer NOT NULL,
        at timestamptz NOT NULL,
        sha256 text NOT NULL,
        verdict text NOT NULL,
        rules_version text NOT NULL,
        to_check text[] NOT NULL,
        CONSTRAINT submission_application_fkey FOREIGN KEY (application_id)
          REFERENCES application (id) ON DELETE CASCADE,
        CONSTRAINT submission_receipt_key UNIQUE (receipt_id),
        CONSTRAINT submission_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        CONSTRAINT submission_verdict_check CHECK (verdict <> 'INELIGIBLE')
      );

      -- Whatever writes it, nothing is filed once the call is closed.
      CREATE FUNCTION keep_to_deadline() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        IF EXISTS (SELECT FROM call c WHERE c.id = NEW.call_id AND NEW.submitted_at >= c.closes_at) THEN
          RAISE EXCEPTION 'an application to % was filed after the deadline', NEW.call_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'application_before_deadline';
        END IF;
        RETURN NEW;
      END $fn$;
      CREATE TRIGGER keep_to_deadline BEFORE INSERT OR UPDATE OF submitted_at ON application
        FOR EACH ROW WHEN (NEW.submitted_at IS NOT NULL) EXECUTE FUNCTION keep_to_deadline();

      CREATE TABLE information_request (
        application_id text NOT NULL,
        number integer NOT NULL,
        reason text NOT NULL,
        points text[] NOT NULL,
        due_on date,
        requested_at timestamptz NOT NULL,
        answered_at timestamptz,
        PRIMARY KEY (application_id, number),
        CONSTRAINT information_request_application_fkey FOREIGN KEY (application_id)
          REFERENCES application (id) ON DELETE CASCADE,
        CONSTRAINT information_request_points_check CHECK (cardinality(points) > 0)
      );
      -- One request waits for an answer at a time.
      CREATE UNIQUE INDEX information_request_pending ON information_request (application_id)
        WHERE answered_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE information_request, submission, application_form_version, application_form;
      DROP FUNCTION keep_form_version;
      DROP TRIGGER keep_to_deadline ON application;
      DROP FUNCTION keep_to_deadline;
    `);
  }
}
