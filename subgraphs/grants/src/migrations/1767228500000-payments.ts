import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Payments1767228500000 implements MigrationInterface {
  name = 'Payments1767228500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE payment
        ADD after_report text,
        ADD recorded_at timestamptz,
        ADD CONSTRAINT payment_number_check CHECK (number > 0),
        ADD CONSTRAINT payment_paid_check CHECK (
          (paid_on IS NULL) = (reference IS NULL) AND (paid_on IS NULL) = (recorded_by IS NULL)
          AND (paid_on IS NULL) = (recorded_at IS NULL));

      -- What was recorded as paid and was not: it outlives the instalment.
      CREATE TABLE payment_cancellation (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        application_id text NOT NULL,
        number integer NOT NULL,
        cents bigint NOT NULL,
        paid_on date NOT NULL,
        reference text NOT NULL,
        recorded_by text NOT NULL,
        recorded_at timestamptz NOT NULL,
        cancelled_by text NOT NULL,
        cancelled_at timestamptz NOT NULL,
        reason text NOT NULL,
        CONSTRAINT payment_cancellation_application_fkey FOREIGN KEY (application_id) REFERENCES application (id),
        CONSTRAINT payment_cancellation_second_agent_check CHECK (cancelled_by <> recorded_by)
      );
      CREATE INDEX payment_cancellation_application ON payment_cancellation (application_id, number);

      CREATE FUNCTION paid_cents_of(application text) RETURNS bigint LANGUAGE sql AS $fn$
        SELECT coalesce(sum(cents), 0)::bigint FROM payment WHERE application_id = application AND paid_on IS NOT NULL
      $fn$;

      CREATE FUNCTION keep_payments_within_award() RETURNS trigger LANGUAGE plpgsql AS $fn$
      DECLARE
        granted bigint;
        planned bigint;
      BEGIN
        -- Two that write the payments of one application wait for each other here, and the later one sees both.
        SELECT awarded_cents INTO granted FROM application WHERE id = NEW.application_id FOR NO KEY UPDATE;
        SELECT sum(cents) INTO planned FROM payment WHERE application_id = NEW.application_id;
        IF planned > coalesce(granted, 0) THEN
          RAISE EXCEPTION 'the instalments of % exceed its award', NEW.application_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'payment_within_award';
        END IF;
        RETURN NULL;
      END $fn$;
      CREATE TRIGGER keep_payments_within_award AFTER INSERT OR UPDATE ON payment
        FOR EACH ROW EXECUTE FUNCTION keep_payments_within_award();

      -- What was paid is not rewritten: a second agent cancels it, and says why.
      CREATE FUNCTION keep_what_was_paid() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        IF TG_OP = 'UPDATE' AND NEW.paid_on IS NULL AND NEW.cents = OLD.cents
           AND NEW.application_id = OLD.application_id AND NEW.number = OLD.number
           AND EXISTS (SELECT FROM payment_cancellation c
                        WHERE c.application_id = OLD.application_id AND c.number = OLD.number
                          AND c.recorded_by = OLD.recorded_by AND c.recorded_at = OLD.recorded_at) THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'instalment % of % was paid', OLD.number, OLD.application_id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'payment_stays_paid';
      END $fn$;
      CREATE TRIGGER keep_what_was_paid BEFORE UPDATE OR DELETE ON payment
        FOR EACH ROW WHEN (OLD.paid_on IS NOT NULL) EXECUTE FUNCTION keep_what_was_paid();

      CREATE FUNCTION count_what_was_paid() RETURNS trigger LANGUAGE plpgsql AS $fn$
      DECLARE
        before bigint := 0;
        after bigint := 0;
      BEGIN
        IF TG_OP = 'UPDATE' AND OLD.paid_on IS NOT NULL THEN before := OLD.cents; END IF;
        IF NEW.paid_on IS NOT NULL THEN after := NEW.cents; END IF;
        IF after <> before THEN
          UPDATE call SET paid_cents = paid_cents + after - before
           WHERE id = (SELECT call_id FROM application WHERE id = NEW.application_id);
        END IF;
        RETURN NULL;
      END $fn$;
      -- After the lock that keep_payments_within_award takes: triggers run in the order of their names.
      CREATE TRIGGER paid_cents_of_call AFTER INSERT OR UPDATE ON payment
        FOR EACH ROW EXECUTE FUNCTION count_what_was_paid();

      ALTER TABLE call ADD CONSTRAINT call_paid_check CHECK (paid_cents BETWEEN 0 AND committed_cents);

      CREATE FUNCTION keep_award_above_payments() RETURNS trigger LANGUAGE plpgsql AS $fn$
      DECLARE
        changed jsonb := to_jsonb(NEW);
        application text := changed ->> TG_ARGV[0];
      BEGIN
        IF coalesce((changed ->> TG_ARGV[1])::bigint, 0) < paid_cents_of(application) THEN
          RAISE EXCEPTION 'the award of % is below what was paid', application
            USING ERRCODE = 'check_violation', CONSTRAINT = 'award_covers_payments';
        END IF;
        RETURN NEW;
      END $fn$;
      CREATE TRIGGER keep_award_above_payments BEFORE UPDATE OF awarded_cents ON application
        FOR EACH ROW EXECUTE FUNCTION keep_award_above_payments('id', 'awarded_cents');
      CREATE TRIGGER keep_award_above_payments BEFORE UPDATE OF cents ON award
        FOR EACH ROW EXECUTE FUNCTION keep_award_above_payments('application_id', 'cents');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER keep_award_above_payments ON award;
      DROP TRIGGER keep_award_above_payments ON application;
      ALTER TABLE call DROP CONSTRAINT call_paid_check;
      DROP TRIGGER paid_cents_of_call ON payment;
      DROP TRIGGER keep_what_was_paid ON payment;
      DROP TRIGGER keep_payments_within_award ON payment;
      DROP FUNCTION keep_award_above_payments, count_what_was_paid, keep_what_was_paid, keep_payments_within_award,
        paid_cents_of;
      DROP TABLE payment_cancellation;
      ALTER TABLE payment DROP CONSTRAINT payment_paid_check, DROP CONSTRAINT payment_number_check, DROP after_report,
        DROP recorded_at;
    `);
  }
}
