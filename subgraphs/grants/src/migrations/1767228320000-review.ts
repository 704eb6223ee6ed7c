import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What reviewers think of applications. The keys let nobody score who did not declare, or who stepped aside. */
export class Review1767228320000 implements MigrationInterface {
  name = 'Review1767228320000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE evaluation_criterion
        ADD CONSTRAINT evaluation_criterion_max_score_key UNIQUE (call_id, code, max_score);

      CREATE TABLE review (
        assignment_id uuid PRIMARY KEY,
        application_id text NOT NULL,
        call_id text NOT NULL,
        cleared boolean NOT NULL DEFAULT true,
        version integer NOT NULL DEFAULT 1,
        comment text,
        saved_at timestamptz NOT NULL,
        submitted_at timestamptz,
        CONSTRAINT review_cleared_check CHECK (cleared),
        CONSTRAINT review_cleared_fkey FOREIGN KEY (assignment_id, application_id, cleared)
          REFERENCES review_assignment (id, application_id, cleared) ON DELETE CASCADE,
        CONSTRAINT review_application_fkey FOREIGN KEY (application_id, call_id)
          REFERENCES application (id, call_id) ON DELETE CASCADE,
        CONSTRAINT review_call_key UNIQUE (assignment_id, call_id)
      );
      CREATE INDEX review_application ON review (application_id);

      -- A score of null says that the criterion does not apply.
      CREATE TABLE review_score (
        assignment_id uuid NOT NULL,
        call_id text NOT NULL,
        criterion_code text NOT NULL,
        max_score integer NOT NULL,
        score integer,
        comment text,
        PRIMARY KEY (assignment_id, criterion_code),
        CONSTRAINT review_score_review_fkey FOREIGN KEY (assignment_id, call_id)
          REFERENCES review (assignment_id, call_id) ON DELETE CASCADE,
        CONSTRAINT review_score_criterion_fkey FOREIGN KEY (call_id, criterion_code, max_score)
          REFERENCES evaluation_criterion (call_id, code, max_score),
        CONSTRAINT review_score_score_check CHECK (score BETWEEN 0 AND max_score)
      );
      CREATE INDEX review_score_criterion ON review_score (call_id, criterion_code);

      CREATE FUNCTION keep_submitted_review() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        RAISE EXCEPTION 'a submitted review does not change'
          USING ERRCODE = 'check_violation', CONSTRAINT = 'review_submitted_is_final';
      END $fn$;
      CREATE TRIGGER keep_submitted_review BEFORE UPDATE ON review FOR EACH ROW
        WHEN (OLD.submitted_at IS NOT NULL) EXECUTE FUNCTION keep_submitted_review();

      CREATE FUNCTION keep_submitted_scores() RETURNS trigger LANGUAGE plpgsql AS $fn$
      DECLARE
        id uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.assignment_id ELSE NEW.assignment_id END;
        done timestamptz;
      BEGIN
        -- Shared, so that whoever submits at the same time waits or is waited for.
        SELECT submitted_at INTO done FROM review WHERE assignment_id = id FOR SHARE;
        IF done IS NOT NULL THEN
          RAISE EXCEPTION 'a submitted review does not change'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'review_submitted_is_final';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $fn$;
      CREATE TRIGGER keep_submitted_scores BEFORE INSERT OR UPDATE OR DELETE ON review_score
        FOR EACH ROW EXECUTE FUNCTION keep_submitted_scores();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE review_score, review;
      DROP FUNCTION keep_submitted_scores, keep_submitted_review;
      ALTER TABLE evaluation_criterion DROP CONSTRAINT evaluation_criterion_max_score_key;
    `);
  }
}
