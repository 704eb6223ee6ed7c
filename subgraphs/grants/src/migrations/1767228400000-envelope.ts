import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Envelope1767228400000 implements MigrationInterface {
  name = 'Envelope1767228400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Nobody writes what is committed: it is counted anew, with the row of the call held, each time the call or one of
      -- its awards changes. The check that follows then judges a sum that nobody else can be adding to.
      CREATE FUNCTION count_committed() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        SELECT coalesce(sum(a.awarded_cents), 0) INTO NEW.committed_cents FROM application a WHERE a.call_id = NEW.id;
        IF EXISTS (SELECT FROM application a
                    WHERE a.call_id = NEW.id AND a.awarded_cents > NEW.max_per_project_cents) THEN
          RAISE EXCEPTION 'an award of % is above the ceiling of its projects', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'application_within_ceiling';
        END IF;
        RETURN NEW;
      END $fn$;
      CREATE TRIGGER count_committed BEFORE INSERT OR UPDATE ON call
        FOR EACH ROW EXECUTE FUNCTION count_committed();
      ALTER TABLE call ADD CONSTRAINT call_within_envelope_check CHECK (committed_cents <= envelope_total_cents);

      CREATE FUNCTION commit_award() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        IF TG_OP = 'UPDATE' AND NEW.call_id = OLD.call_id
           AND NEW.awarded_cents IS NOT DISTINCT FROM OLD.awarded_cents THEN
          RETURN NULL;
        END IF;
        IF TG_OP <> 'INSERT' AND OLD.awarded_cents IS NOT NULL THEN
          UPDATE call SET committed_cents = committed_cents WHERE id = OLD.call_id;
        END IF;
        IF TG_OP <> 'DELETE' AND NEW.awarded_cents IS NOT NULL THEN
          UPDATE call SET committed_cents = committed_cents WHERE id = NEW.call_id;
        END IF;
        RETURN NULL;
      END $fn$;
      CREATE TRIGGER commit_award AFTER INSERT OR DELETE OR UPDATE OF awarded_cents, call_id ON application
        FOR EACH ROW EXECUTE FUNCTION commit_award();

      -- The last number given to an award of a call: a decision that is taken back leaves its number to nobody.
      CREATE TABLE award_number (
        call_id text PRIMARY KEY,
        last integer NOT NULL,
        CONSTRAINT award_number_call_id_fkey FOREIGN KEY (call_id) REFERENCES call (id) ON DELETE CASCADE
      );

      CREATE FUNCTION keep_paid_award() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        IF EXISTS (SELECT FROM payment p WHERE p.application_id = OLD.application_id AND p.paid_on IS NOT NULL) THEN
          RAISE EXCEPTION 'an award that was paid stands' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'award_is_paid';
        END IF;
        RETURN OLD;
      END $fn$;
      CREATE TRIGGER keep_paid_award BEFORE DELETE ON award FOR EACH ROW EXECUTE FUNCTION keep_paid_award();

      -- Who took a decision is not who takes it back, where the edition asks for a second agent.
      CREATE FUNCTION keep_second_agent() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        IF NEW.actor = (SELECT t.actor FROM application_transition t
                         WHERE t.application_id = NEW.application_id ORDER BY t.id DESC LIMIT 1)
           AND EXISTS (SELECT FROM application a
                         JOIN workflow_transition w ON w.call_id = a.call_id
                        WHERE a.id = NEW.application_id AND w.action = NEW.action AND w.from_state = NEW.from_state
                          AND 'SECOND_AGENT' = ANY(w.guards)) THEN
          RAISE EXCEPTION 'who decided of % does not take the decision back', NEW.application_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'application_transition_second_agent';
        END IF;
        RETURN NEW;
      END $fn$;
      CREATE TRIGGER keep_second_agent BEFORE INSERT ON application_transition
        FOR EACH ROW EXECUTE FUNCTION keep_second_agent();

      -- What was committed before it was counted.
      UPDATE call SET committed_cents = 0;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER keep_second_agent ON application_transition;
      DROP TRIGGER keep_paid_award ON award;
      DROP TRIGGER commit_award ON application;
      DROP TRIGGER count_committed ON call;
      DROP FUNCTION keep_second_agent, keep_paid_award, commit_award, count_committed;
      DROP TABLE award_number;
      ALTER TABLE call DROP CONSTRAINT call_within_envelope_check;
    `);
  }
}
