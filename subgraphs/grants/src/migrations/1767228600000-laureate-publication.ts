import { trackChangesSql } from '@graphess/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LaureatePublication1767228600000 implements MigrationInterface {
  name = 'LaureatePublication1767228600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The laureates that are public, and the print of what is public of each: what changes in private leaves no trace in
      -- the log that anybody may follow, nor does an application that never was public.
      CREATE TABLE laureate_publication (
        application_id text PRIMARY KEY,
        print text NOT NULL
      );
      ${trackChangesSql('laureate_publication', 'grant', 'application_id')}

      CREATE FUNCTION publish_laureate(application_id text) RETURNS void LANGUAGE sql AS $fn$
        INSERT INTO laureate_publication AS held
          SELECT a.id, md5(jsonb_build_array(
                   a.call_id, a.number, a.organization_id, a.applicant_name, a.title, a.summary, a.area_as_stated,
                   a.action_territories, a.funded_items, a.public_info, a.awarded_cents, a.submitted_at,
                   a.is_demonstration, a.source_ids,
                   ARRAY(SELECT t.theme_code FROM application_theme t WHERE t.application_id = a.id ORDER BY 1))::text)
            FROM application a WHERE a.id = $1 AND a.state = 'AWARDED'
        ON CONFLICT (application_id) DO UPDATE SET print = excluded.print WHERE held.print <> excluded.print;
        DELETE FROM laureate_publication held
         WHERE held.application_id = $1
           AND NOT EXISTS (SELECT FROM application a WHERE a.id = $1 AND a.state = 'AWARDED');
      $fn$;

      CREATE FUNCTION publish_application() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        IF TG_OP <> 'INSERT' AND OLD.state = 'AWARDED' THEN
          PERFORM publish_laureate(OLD.id);
        END IF;
        IF TG_OP <> 'DELETE' AND NEW.state = 'AWARDED' THEN
          PERFORM publish_laureate(NEW.id);
        END IF;
        RETURN NULL;
      END $fn$;
      CREATE TRIGGER publish_application AFTER INSERT OR UPDATE OR DELETE ON application
        FOR EACH ROW EXECUTE FUNCTION publish_application();

      CREATE FUNCTION publish_application_theme() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        IF TG_OP <> 'INSERT' THEN
          PERFORM publish_laureate(OLD.application_id);
        END IF;
        IF TG_OP <> 'DELETE' THEN
          PERFORM publish_laureate(NEW.application_id);
        END IF;
        RETURN NULL;
      END $fn$;
      -- The log before any row, as for tables that are followed.
      CREATE TRIGGER lock_changes BEFORE INSERT OR UPDATE OR DELETE ON application_theme
        FOR EACH STATEMENT EXECUTE FUNCTION lock_changes();
      CREATE TRIGGER publish_application_theme AFTER INSERT OR UPDATE OR DELETE ON application_theme
        FOR EACH ROW EXECUTE FUNCTION publish_application_theme();

      SELECT publish_laureate(id) FROM application WHERE state = 'AWARDED' ORDER BY id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER publish_application_theme ON application_theme;
      DROP TRIGGER lock_changes ON application_theme;
      DROP TRIGGER publish_application ON application;
      DROP FUNCTION publish_application_theme, publish_application, publish_laureate;
      DROP TABLE laureate_publication;
      DELETE FROM change_log WHERE topic = 'grant';
    `);
  }
}
