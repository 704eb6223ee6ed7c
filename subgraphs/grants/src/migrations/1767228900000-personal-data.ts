import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was filed or judged never changes, but for a person who is taken out of it. */
export class PersonalData1767228900000 implements MigrationInterface {
  name = 'PersonalData1767228900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE personal_data_purpose (
        code text PRIMARY KEY,
        position integer NOT NULL,
        label text NOT NULL,
        purpose text NOT NULL,
        legal_basis text NOT NULL,
        data text NOT NULL,
        kept_months integer NOT NULL,
        counted_from text NOT NULL,
        CONSTRAINT personal_data_purpose_months_check CHECK (kept_months BETWEEN 1 AND 1200)
      );
      ALTER TABLE application ADD personal_data_erased_at timestamptz;
      ALTER TABLE application_form_version ADD contact_erased_at timestamptz;

      CREATE OR REPLACE FUNCTION keep_form_version() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        IF NEW.content = jsonb_set(OLD.content, '{structure,contact}', 'null')
           AND to_jsonb(NEW) - '{content,contact_erased_at}'::text[] = to_jsonb(OLD) - '{content,contact_erased_at}'::text[]
        THEN RETURN NEW; END IF;
        RAISE EXCEPTION 'a form that was filed does not change'
          USING ERRCODE = 'check_violation', CONSTRAINT = 'application_form_version_is_kept';
      END $fn$;

      CREATE OR REPLACE FUNCTION keep_submitted_review() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        IF NEW.comment IS NULL AND to_jsonb(NEW) - 'comment' = to_jsonb(OLD) - 'comment' THEN RETURN NEW; END IF;
        RAISE EXCEPTION 'a submitted review does not change'
          USING ERRCODE = 'check_violation', CONSTRAINT = 'review_submitted_is_final';
      END $fn$;

      CREATE OR REPLACE FUNCTION keep_submitted_scores() RETURNS trigger LANGUAGE plpgsql AS $fn$
      DECLARE
        id uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.assignment_id ELSE NEW.assignment_id END;
        done timestamptz;
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          IF NEW.comment IS NULL AND to_jsonb(NEW) - 'comment' = to_jsonb(OLD) - 'comment' THEN RETURN NEW; END IF;
        END IF;
        -- Shared, so that whoever submits at the same time waits or is waited for.
        SELECT submitted_at INTO done FROM review WHERE assignment_id = id FOR SHARE;
        IF done IS NOT NULL THEN
          RAISE EXCEPTION 'a submitted review does not change'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'review_submitted_is_final';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $fn$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    // The functions stay as they are: they refuse no less than before, but for what takes a person out.
    await runner.query(`
      ALTER TABLE application_form_version DROP contact_erased_at;
      ALTER TABLE application DROP personal_data_erased_at;
      DROP TABLE personal_data_purpose;
    `);
  }
}
