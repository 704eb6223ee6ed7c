import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Club1767228530000 implements MigrationInterface {
  name = 'Club1767228530000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who a person wrote in or out has an author; the others come from documents.
      ALTER TABLE club_member
        ADD left_on date,
        ADD recorded_by text,
        ADD CONSTRAINT club_member_period_check CHECK (since <= left_on),
        ADD CONSTRAINT club_member_left_check CHECK (left_on IS NULL OR recorded_by IS NOT NULL);

      -- Members: whoever is written in, and the laureates of editions published here that open the club to them, unless
      -- they are written out.
      CREATE VIEW club AS
        SELECT m.organization_id, m.since, m.source_ids FROM club_member m WHERE m.left_on IS NULL
        UNION ALL
        SELECT a.organization_id, min(award.decided_on), '{}'::text[]
          FROM application a
          JOIN award ON award.application_id = a.id
          JOIN call ON call.id = a.call_id AND call.published_at IS NOT NULL
          JOIN benefit ON benefit.call_id = call.id AND benefit.code = 'NETWORK'
         WHERE a.state = 'AWARDED' AND NOT EXISTS (
           SELECT FROM club_member m WHERE m.organization_id = a.organization_id)
         GROUP BY a.organization_id;

      ALTER TABLE support ADD recorded_by text;
      -- A partner follows a structure once at a time.
      CREATE UNIQUE INDEX support_open ON support (organization_id, partner_id) WHERE until IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX support_open;
      ALTER TABLE support DROP recorded_by;
      DROP VIEW club;
      ALTER TABLE club_member DROP CONSTRAINT club_member_left_check, DROP CONSTRAINT club_member_period_check,
        DROP left_on, DROP recorded_by;
    `);
  }
}
