import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Workflow1767228000000 implements MigrationInterface {
  name = 'Workflow1767228000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE call
        ADD opens_at timestamptz,
        ADD closes_at timestamptz,
        ADD published_at timestamptz,
        ADD version integer NOT NULL DEFAULT 1,
        ADD CONSTRAINT call_window_check CHECK (opens_at < closes_at);

      CREATE TABLE workflow_state (
        call_id text NOT NULL,
        state text NOT NULL,
        position integer NOT NULL,
        label text NOT NULL,
        public_state text NOT NULL,
        public_label text NOT NULL,
        PRIMARY KEY (call_id, state),
        CONSTRAINT workflow_state_call_id_fkey FOREIGN KEY (call_id) REFERENCES call (id) ON DELETE CASCADE,
        CONSTRAINT workflow_state_state_check CHECK (ARRAY[state, public_state] <@ ARRAY[
          'DRAFT', 'SUBMITTED', 'INELIGIBLE', 'UNDER_REVIEW', 'MORE_INFO_REQUESTED', 'SHORTLISTED', 'AUDITIONED',
          'AWARDED', 'REJECTED', 'WAITLISTED', 'WITHDRAWN'])
      );

      CREATE TABLE workflow_transition (
        call_id text NOT NULL,
        action text NOT NULL,
        from_state text NOT NULL,
        to_state text NOT NULL,
        roles text[] NOT NULL,
        guards text[] NOT NULL,
        position integer NOT NULL,
        PRIMARY KEY (call_id, action, from_state),
        CONSTRAINT workflow_transition_from_fkey FOREIGN KEY (call_id, from_state)
          REFERENCES workflow_state (call_id, state) ON DELETE CASCADE,
        CONSTRAINT workflow_transition_to_fkey FOREIGN KEY (call_id, to_state)
          REFERENCES workflow_state (call_id, state) ON DELETE CASCADE,
        CONSTRAINT workflow_transition_roles_check CHECK (cardinality(roles) > 0),
        CONSTRAINT workflow_transition_moves_check CHECK (from_state <> to_state)
      );

      ALTER TABLE application
        ADD version integer NOT NULL DEFAULT 1,
        ADD created_at timestamptz,
        ADD updated_at timestamptz,
        ADD submitted_at timestamptz,
        ADD CONSTRAINT application_number_key UNIQUE (call_id, number);

      -- Whatever writes it, an application only moves along the workflow of its edition.
      CREATE FUNCTION keep_to_workflow() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        IF NOT EXISTS (SELECT FROM workflow_transition w
                        WHERE w.call_id = NEW.call_id AND w.from_state = OLD.state AND w.to_state = NEW.state) THEN
          RAISE EXCEPTION 'an application of % does not go from % to %', NEW.call_id, OLD.state, NEW.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'application_keeps_to_workflow';
        END IF;
        RETURN NEW;
      END $fn$;
      CREATE TRIGGER keep_to_workflow BEFORE UPDATE OF state ON application
        FOR EACH ROW WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION keep_to_workflow();

      CREATE TABLE application_transition (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        application_id text NOT NULL,
        action text NOT NULL,
        from_state text NOT NULL,
        to_state text NOT NULL,
        at timestamptz NOT NULL,
        actor_role text NOT NULL,
        actor text NOT NULL,
        reason text,
        journal_seq bigint NOT NULL,
        CONSTRAINT application_transition_application_fkey FOREIGN KEY (application_id)
          REFERENCES application (id) ON DELETE CASCADE
      );
      CREATE INDEX application_transition_application ON application_transition (application_id, id);

      CREATE TABLE review_assignment (
        id uuid PRIMARY KEY,
        application_id text NOT NULL,
        reviewer text NOT NULL,
        reviewer_organization_id text,
        assigned_at timestamptz NOT NULL,
        assigned_by text NOT NULL,
        declared_at timestamptz,
        recused_at timestamptz,
        recusal_reason text,
        CONSTRAINT review_assignment_application_fkey FOREIGN KEY (application_id)
          REFERENCES application (id) ON DELETE CASCADE,
        CONSTRAINT review_assignment_reviewer_key UNIQUE (application_id, reviewer)
      );
      CREATE INDEX review_assignment_of_reviewer ON review_assignment (reviewer);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE review_assignment, application_transition;
      DROP TRIGGER keep_to_workflow ON application;
      DROP FUNCTION keep_to_workflow;
      ALTER TABLE application DROP CONSTRAINT application_number_key, DROP version, DROP created_at, DROP updated_at,
        DROP submitted_at;
      DROP TABLE workflow_transition, workflow_state;
      ALTER TABLE call DROP CONSTRAINT call_window_check, DROP opens_at, DROP closes_at, DROP published_at, DROP version;
    `);
  }
}
