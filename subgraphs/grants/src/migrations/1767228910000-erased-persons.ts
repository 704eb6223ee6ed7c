import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was paid, accepted or lifted never changes, but for a person who is taken out of it. */
export class ErasedPersons1767228910000 implements MigrationInterface {
  name = 'ErasedPersons1767228910000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION keep_what_was_paid() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          IF NEW.recorded_by LIKE 'ERASED:%' AND to_jsonb(NEW) - 'recorded_by' = to_jsonb(OLD) - 'recorded_by' THEN
            RETURN NEW;
          END IF;
          IF NEW.paid_on IS NULL AND NEW.cents = OLD.cents
             AND NEW.application_id = OLD.application_id AND NEW.number = OLD.number
             AND EXISTS (SELECT FROM payment_cancellation c
                          WHERE c.application_id = OLD.application_id AND c.number = OLD.number
                            AND c.recorded_by = OLD.recorded_by AND c.recorded_at = OLD.recorded_at) THEN
            RETURN NEW;
          END IF;
        END IF;
        RAISE EXCEPTION 'instalment % of % was paid', OLD.number, OLD.application_id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'payment_stays_paid';
      END $fn$;

      CREATE OR REPLACE FUNCTION keep_accepted_report() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        IF (NEW.submitted_by = OLD.submitted_by OR NEW.submitted_by LIKE 'ERASED:%')
           AND (NEW.decided_by = OLD.decided_by OR NEW.decided_by LIKE 'ERASED:%')
           AND to_jsonb(NEW) - '{submitted_by,decided_by}'::text[] = to_jsonb(OLD) - '{submitted_by,decided_by}'::text[]
        THEN RETURN NEW; END IF;
        RAISE EXCEPTION 'report % of % was accepted', OLD.code, OLD.application_id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'report_stays_accepted';
      END $fn$;

      -- Empty once it is blanked.
      ALTER TABLE conflict_lift DROP CONSTRAINT conflict_lift_reason_check,
        ADD CONSTRAINT conflict_lift_reason_check CHECK (
          reason = '' OR char_length(btrim(reason)) BETWEEN 3 AND 2000);
    `);
  }

  async down(): Promise<void> {
    // The functions and the check stay as they are: they refuse no less than before, but for what takes a person out.
  }
}
