import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reports1767228510000 implements MigrationInterface {
  name = 'Reports1767228510000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE report (
        application_id text NOT NULL,
        code text NOT NULL,
        status text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        summary text NOT NULL,
        submitted_at timestamptz NOT NULL,
        submitted_by text NOT NULL,
        decided_at timestamptz,
        decided_by text,
        reason text,
        PRIMARY KEY (application_id, code),
        CONSTRAINT report_application_fkey FOREIGN KEY (application_id)
          REFERENCES award (application_id) ON DELETE CASCADE,
        CONSTRAINT report_status_check CHECK (status IN ('RECEIVED', 'RETURNED', 'ACCEPTED')),
        CONSTRAINT report_decision_check CHECK (
          (status = 'RECEIVED') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL)
          AND (status = 'RETURNED') = (reason IS NOT NULL))
      );

      CREATE TABLE outcome (
        application_id text NOT NULL,
        report_code text NOT NULL,
        code text NOT NULL,
        position integer NOT NULL,
        label text NOT NULL,
        unit text NOT NULL,
        planned numeric,
        achieved numeric,
        PRIMARY KEY (application_id, report_code, code),
        CONSTRAINT outcome_report_fkey FOREIGN KEY (application_id, report_code)
          REFERENCES report (application_id, code) ON DELETE CASCADE,
        CONSTRAINT outcome_code_check CHECK (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
        CONSTRAINT outcome_values_check CHECK (planned >= 0 AND achieved >= 0)
      );

      -- What was accepted is what the public reads, and what payments were made on.
      CREATE FUNCTION keep_accepted_report() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        RAISE EXCEPTION 'report % of % was accepted', OLD.code, OLD.application_id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'report_stays_accepted';
      END $fn$;
      CREATE TRIGGER keep_accepted_report BEFORE UPDATE ON report
        FOR EACH ROW WHEN (OLD.status = 'ACCEPTED') EXECUTE FUNCTION keep_accepted_report();

      CREATE FUNCTION keep_payment_for_report() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        IF NOT EXISTS (SELECT FROM report r WHERE r.application_id = NEW.application_id
                          AND r.code = NEW.after_report AND r.status = 'ACCEPTED') THEN
          RAISE EXCEPTION 'instalment % of % waits for report %', NEW.number, NEW.application_id, NEW.after_report
            USING ERRCODE = 'check_violation', CONSTRAINT = 'payment_after_report';
        END IF;
        RETURN NEW;
      END $fn$;
      CREATE TRIGGER keep_payment_for_report BEFORE INSERT OR UPDATE ON payment
        FOR EACH ROW WHEN (NEW.paid_on IS NOT NULL AND NEW.after_report IS NOT NULL)
        EXECUTE FUNCTION keep_payment_for_report();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER keep_payment_for_report ON payment;
      DROP TABLE outcome, report;
      DROP FUNCTION keep_payment_for_report, keep_accepted_report;
    `);
  }
}
