import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The jury of each edition, what binds its members to applicants, and what agents said of it. */
export class Jury1767228310000 implements MigrationInterface {
  name = 'Jury1767228310000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE juror (
        call_id text NOT NULL,
        subject text NOT NULL,
        organization_id text,
        added_at timestamptz NOT NULL,
        added_by text NOT NULL,
        PRIMARY KEY (call_id, subject),
        CONSTRAINT juror_call_id_fkey FOREIGN KEY (call_id) REFERENCES call (id) ON DELETE CASCADE,
        CONSTRAINT juror_subject_check CHECK (btrim(subject) <> '')
      );

      ALTER TABLE review_assignment
        ADD version integer NOT NULL DEFAULT 1,
        ADD recusal_kind text,
        ADD cleared boolean GENERATED ALWAYS AS (declared_at IS NOT NULL AND recused_at IS NULL) STORED,
        ADD CONSTRAINT review_assignment_recusal_check CHECK (recusal_kind IS NULL OR recused_at IS NOT NULL),
        ADD CONSTRAINT review_assignment_recusal_kind_check CHECK (recusal_kind IN (
          'SAME_ORGANIZATION', 'JOINT_PROJECT', 'SUPPORT_PARTNER', 'DATA_PRODUCER', 'CLUB', 'CONTRACT', 'PERSONAL')),
        ADD CONSTRAINT review_assignment_cleared_key UNIQUE (id, application_id, cleared);

      CREATE FUNCTION keep_recusal() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        RAISE EXCEPTION 'a recused reviewer stays recused'
          USING ERRCODE = 'check_violation', CONSTRAINT = 'review_assignment_recusal_is_final';
      END $fn$;
      CREATE TRIGGER keep_recusal BEFORE UPDATE OF recused_at ON review_assignment FOR EACH ROW
        WHEN (OLD.recused_at IS NOT NULL AND NEW.recused_at IS DISTINCT FROM OLD.recused_at)
        EXECUTE FUNCTION keep_recusal();

      -- A link that an agent looked at, and found to bind the reviewer to nothing.
      CREATE TABLE conflict_lift (
        assignment_id uuid NOT NULL,
        candidate text NOT NULL,
        reason text NOT NULL,
        lifted_at timestamptz NOT NULL,
        lifted_by text NOT NULL,
        PRIMARY KEY (assignment_id, candidate),
        CONSTRAINT conflict_lift_assignment_fkey FOREIGN KEY (assignment_id)
          REFERENCES review_assignment (id) ON DELETE CASCADE,
        CONSTRAINT conflict_lift_blocking_check CHECK (candidate NOT LIKE 'SAME\\_ORGANIZATION%'),
        CONSTRAINT conflict_lift_reason_check CHECK (char_length(btrim(reason)) BETWEEN 3 AND 2000)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE conflict_lift;
      DROP TRIGGER keep_recusal ON review_assignment;
      DROP FUNCTION keep_recusal;
      ALTER TABLE review_assignment
        DROP CONSTRAINT review_assignment_cleared_key, DROP CONSTRAINT review_assignment_recusal_kind_check,
        DROP CONSTRAINT review_assignment_recusal_check, DROP cleared, DROP recusal_kind, DROP version;
      DROP TABLE juror;
    `);
  }
}
