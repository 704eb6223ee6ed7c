import type { MigrationInterface, QueryRunner } from 'typeorm';

export class GridAndFollowUp1767228050000 implements MigrationInterface {
  name = 'GridAndFollowUp1767228050000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE call
        ADD committed_cents bigint NOT NULL DEFAULT 0,
        ADD paid_cents bigint NOT NULL DEFAULT 0;

      CREATE TABLE evaluation_criterion (
        call_id text NOT NULL,
        code text NOT NULL,
        position integer NOT NULL,
        label text NOT NULL,
        description text NOT NULL,
        weight numeric NOT NULL,
        max_score integer NOT NULL,
        PRIMARY KEY (call_id, code),
        CONSTRAINT evaluation_criterion_call_id_fkey FOREIGN KEY (call_id) REFERENCES call (id) ON DELETE CASCADE,
        CONSTRAINT evaluation_criterion_weight_check CHECK (weight > 0),
        CONSTRAINT evaluation_criterion_max_score_check CHECK (max_score BETWEEN 1 AND 100)
      );

      -- Reports that a laureate owes, in months after the decision.
      CREATE TABLE report_schedule (
        call_id text NOT NULL,
        code text NOT NULL,
        position integer NOT NULL,
        label text NOT NULL,
        months_after integer NOT NULL,
        PRIMARY KEY (call_id, code),
        CONSTRAINT report_schedule_call_id_fkey FOREIGN KEY (call_id) REFERENCES call (id) ON DELETE CASCADE,
        CONSTRAINT report_schedule_months_check CHECK (months_after BETWEEN 1 AND 120)
      );

      -- Who applied, as filed: the register may know nothing of it, or know another name tomorrow.
      ALTER TABLE application
        ADD applicant_siret text,
        ADD applicant_rna text,
        ADD applicant_legal_form text,
        ADD project_total_cents bigint,
        ADD CONSTRAINT application_identifiers_check CHECK (
          applicant_siret ~ '^[0-9]{14}$' AND applicant_rna ~ '^W[0-9][0-9A-Z][0-9]{7}$'
          AND applicant_legal_form ~ '^[0-9]{4}$'),
        ADD CONSTRAINT application_project_total_check CHECK (project_total_cents > 0);

      CREATE TABLE award (
        application_id text PRIMARY KEY,
        call_id text NOT NULL,
        cents bigint NOT NULL,
        reference text NOT NULL,
        decided_on date NOT NULL,
        decided_at timestamptz NOT NULL,
        decided_by text NOT NULL,
        terms text NOT NULL,
        CONSTRAINT award_application_fkey FOREIGN KEY (application_id, call_id)
          REFERENCES application (id, call_id) ON DELETE CASCADE,
        CONSTRAINT award_reference_key UNIQUE (reference),
        CONSTRAINT award_cents_check CHECK (cents > 0),
        CONSTRAINT award_terms_check CHECK (terms IN ('SINGLE', 'INSTALMENTS'))
      );

      CREATE TABLE agreement (
        application_id text PRIMARY KEY,
        signed_on date NOT NULL,
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT agreement_application_fkey FOREIGN KEY (application_id)
          REFERENCES award (application_id) ON DELETE CASCADE,
        CONSTRAINT agreement_period_check CHECK (starts_on <= ends_on)
      );

      -- An instalment, paid once it has a day of payment.
      CREATE TABLE payment (
        id uuid PRIMARY KEY,
        application_id text NOT NULL,
        number integer NOT NULL,
        cents bigint NOT NULL,
        due_on date NOT NULL,
        paid_on date,
        reference text,
        recorded_by text,
        CONSTRAINT payment_application_fkey FOREIGN KEY (application_id)
          REFERENCES award (application_id) ON DELETE CASCADE,
        CONSTRAINT payment_number_key UNIQUE (application_id, number),
        CONSTRAINT payment_cents_check CHECK (cents > 0)
      );

      -- A partner that follows a structure.
      CREATE TABLE support (
        id uuid PRIMARY KEY,
        organization_id text NOT NULL,
        partner_id text NOT NULL,
        call_id text,
        since date,
        until date,
        source_ids text[] NOT NULL,
        CONSTRAINT support_call_id_fkey FOREIGN KEY (call_id) REFERENCES call (id),
        CONSTRAINT support_partner_check CHECK (organization_id <> partner_id),
        CONSTRAINT support_period_check CHECK (since <= until)
      );
      CREATE INDEX support_organization ON support (organization_id);

      CREATE TABLE club_member (
        organization_id text PRIMARY KEY,
        since date,
        source_ids text[] NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE club_member, support, payment, agreement, award;
      ALTER TABLE application DROP CONSTRAINT application_identifiers_check, DROP CONSTRAINT application_project_total_check,
        DROP applicant_siret, DROP applicant_rna, DROP applicant_legal_form, DROP project_total_cents;
      DROP TABLE report_schedule, evaluation_criterion;
      ALTER TABLE call DROP committed_cents, DROP paid_cents;
    `);
  }
}
