import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Call1767226100000 implements MigrationInterface {
  name = 'Call1767226100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE call (
        id text PRIMARY KEY,
        edition integer NOT NULL,
        title text NOT NULL,
        launch_year integer NOT NULL,
        award_year integer,
        envelope_total_cents bigint,
        max_per_project_cents bigint,
        applications integer,
        eligible integer,
        shortlisted integer,
        auditioned integer,
        awarded integer,
        objectives text[] NOT NULL,
        contact text,
        support_partners text[] NOT NULL,
        source_ids text[] NOT NULL,
        CONSTRAINT call_edition_key UNIQUE (edition),
        CONSTRAINT call_id_check CHECK (id = 'CALL:' || edition),
        CONSTRAINT call_award_year_check CHECK (award_year >= launch_year),
        CONSTRAINT call_amounts_check CHECK (envelope_total_cents >= 0 AND max_per_project_cents > 0),
        CONSTRAINT call_counts_check CHECK (
          applications >= 0 AND eligible BETWEEN 0 AND applications AND shortlisted BETWEEN 0 AND applications
          AND auditioned BETWEEN 0 AND applications AND awarded BETWEEN 0 AND applications)
      );

      CREATE TABLE milestone (
        call_id text NOT NULL,
        code text NOT NULL,
        position integer NOT NULL,
        label text NOT NULL,
        precision text NOT NULL,
        earliest date,
        latest date,
        statement text NOT NULL,
        source_ids text[] NOT NULL,
        PRIMARY KEY (call_id, code),
        CONSTRAINT milestone_call_id_fkey FOREIGN KEY (call_id) REFERENCES call (id) ON DELETE CASCADE,
        CONSTRAINT milestone_precision_check CHECK (
          precision IN ('DAY', 'DAY_WITHOUT_YEAR', 'MONTH', 'START_OF_MONTH', 'END_OF_MONTH')),
        CONSTRAINT milestone_bounds_check CHECK (
          (precision = 'DAY_WITHOUT_YEAR') = (earliest IS NULL) AND (earliest IS NULL) = (latest IS NULL)),
        CONSTRAINT milestone_order_check CHECK (earliest <= latest AND (precision <> 'DAY' OR earliest = latest))
      );

      CREATE TABLE theme (
        call_id text NOT NULL,
        code text NOT NULL,
        parent_code text,
        position integer NOT NULL,
        label text NOT NULL,
        PRIMARY KEY (call_id, code),
        CONSTRAINT theme_call_id_fkey FOREIGN KEY (call_id) REFERENCES call (id) ON DELETE CASCADE,
        CONSTRAINT theme_parent_fkey FOREIGN KEY (call_id, parent_code) REFERENCES theme (call_id, code) ON DELETE CASCADE,
        CONSTRAINT theme_parent_check CHECK (parent_code <> code)
      );

      CREATE TABLE benefit (
        call_id text NOT NULL,
        code text NOT NULL,
        position integer NOT NULL,
        statement text NOT NULL,
        partner_id text,
        source_ids text[] NOT NULL,
        PRIMARY KEY (call_id, code),
        CONSTRAINT benefit_call_id_fkey FOREIGN KEY (call_id) REFERENCES call (id) ON DELETE CASCADE
      );

      CREATE TABLE eligibility_terms (
        call_id text PRIMARY KEY,
        version text NOT NULL,
        open_to text NOT NULL,
        action_within text NOT NULL,
        CONSTRAINT eligibility_terms_call_id_fkey FOREIGN KEY (call_id) REFERENCES call (id) ON DELETE CASCADE,
        CONSTRAINT eligibility_terms_open_to_check CHECK (open_to IN ('ASSOCIATIONS', 'ASSOCIATIONS_AND_ESUS'))
      );

      CREATE TABLE eligibility_rule (
        call_id text NOT NULL,
        code text NOT NULL,
        position integer NOT NULL,
        label text NOT NULL,
        description text NOT NULL,
        PRIMARY KEY (call_id, code),
        CONSTRAINT eligibility_rule_call_id_fkey FOREIGN KEY (call_id) REFERENCES eligibility_terms (call_id) ON DELETE CASCADE,
        CONSTRAINT eligibility_rule_code_check CHECK (
          code IN ('LEGAL_FORM', 'REQUESTED_AMOUNT', 'THEMES', 'ACTION_TERRITORY'))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE eligibility_rule, eligibility_terms, benefit, theme, milestone, call;');
  }
}
