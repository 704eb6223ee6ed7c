import { trackChangesSql } from '@graphess/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Application1767226200000 implements MigrationInterface {
  name = 'Application1767226200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE application (
        id text PRIMARY KEY,
        call_id text NOT NULL,
        number integer,
        organization_id text NOT NULL,
        applicant_name text NOT NULL,
        title text,
        summary text NOT NULL,
        area_as_stated text,
        action_territories text[] NOT NULL,
        funded_items text,
        public_info text,
        state text NOT NULL,
        requested_cents bigint,
        awarded_cents bigint,
        is_demonstration boolean NOT NULL,
        source_ids text[] NOT NULL,
        folded text,
        CONSTRAINT application_call_id_fkey FOREIGN KEY (call_id) REFERENCES call (id),
        CONSTRAINT application_id_call_id_key UNIQUE (id, call_id),
        CONSTRAINT application_state_check CHECK (state IN (
          'DRAFT', 'SUBMITTED', 'INELIGIBLE', 'UNDER_REVIEW', 'MORE_INFO_REQUESTED', 'SHORTLISTED', 'AUDITIONED',
          'AWARDED', 'REJECTED', 'WAITLISTED', 'WITHDRAWN')),
        CONSTRAINT application_amounts_check CHECK (requested_cents > 0 AND awarded_cents > 0),
        CONSTRAINT application_awarded_check CHECK (awarded_cents IS NULL OR state = 'AWARDED')
      );
      CREATE INDEX application_call ON application (call_id, state);
      CREATE INDEX application_organization ON application (organization_id);
      CREATE INDEX application_name ON application (applicant_name COLLATE extensions.french, id);

      CREATE FUNCTION fold_application() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        NEW.folded := extensions.fold(concat_ws(' ', NEW.applicant_name, NEW.title, NEW.summary));
        RETURN NEW;
      END $fn$;
      CREATE TRIGGER fold_application BEFORE INSERT OR UPDATE ON application
        FOR EACH ROW EXECUTE FUNCTION fold_application();

      CREATE TABLE application_theme (
        application_id text NOT NULL,
        call_id text NOT NULL,
        theme_code text NOT NULL,
        PRIMARY KEY (application_id, theme_code),
        CONSTRAINT application_theme_application_fkey
          FOREIGN KEY (application_id, call_id) REFERENCES application (id, call_id) ON DELETE CASCADE,
        CONSTRAINT application_theme_theme_fkey FOREIGN KEY (call_id, theme_code) REFERENCES theme (call_id, code)
      );
      CREATE INDEX application_theme_theme ON application_theme (call_id, theme_code);

      ${trackChangesSql('application', 'laureate', 'organization_id', 'part')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE application_theme, application; DROP FUNCTION fold_application();');
  }
}
