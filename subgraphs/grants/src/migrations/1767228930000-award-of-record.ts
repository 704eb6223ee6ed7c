import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AwardOfRecord1767228930000 implements MigrationInterface {
  name = 'AwardOfRecord1767228930000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- An award and the amount that the public reads say the same, whatever writes them: both are written in one
      -- transaction, at whose end they are compared.
      CREATE FUNCTION keep_award_of_record() RETURNS trigger LANGUAGE plpgsql AS $fn$
      DECLARE
        held text := to_jsonb(NEW) ->> TG_ARGV[0];
        of_record bigint;
      BEGIN
        -- Held, so that of two who each write one of the amounts the later compares what the other wrote.
        SELECT awarded_cents INTO of_record FROM application WHERE id = held FOR NO KEY UPDATE;
        IF EXISTS (SELECT FROM award w WHERE w.application_id = held AND w.cents IS DISTINCT FROM of_record) THEN
          RAISE EXCEPTION 'the award of % is not its amount of record', held
            USING ERRCODE = 'check_violation', CONSTRAINT = 'award_is_of_record';
        END IF;
        RETURN NULL;
      END $fn$;
      CREATE CONSTRAINT TRIGGER keep_award_of_record AFTER INSERT OR UPDATE ON award
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_award_of_record('application_id');
      CREATE CONSTRAINT TRIGGER keep_award_of_record AFTER UPDATE OF awarded_cents ON application
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.awarded_cents IS DISTINCT FROM NEW.awarded_cents)
        EXECUTE FUNCTION keep_award_of_record('id');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER keep_award_of_record ON application;
      DROP TRIGGER keep_award_of_record ON award;
      DROP FUNCTION keep_award_of_record;
    `);
  }
}
