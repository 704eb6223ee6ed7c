import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tells under which organisation one that was merged is known now. */
export class OrganizationRedirect1767227200000 implements MigrationInterface {
  name = 'OrganizationRedirect1767227200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organization_copy ADD current_id text;
      CREATE OR REPLACE FUNCTION fold_organization_copy() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        NEW.folded := extensions.fold(concat_ws(' ', NEW.name, array_to_string(NEW.aliases, ' ')));
        NEW.current_id := coalesce(NEW.current_id, NEW.id);
        RETURN NEW;
      END $fn$;
      UPDATE organization_copy SET current_id = id;
      ALTER TABLE organization_copy ALTER current_id SET NOT NULL;
      CREATE INDEX organization_copy_current_id ON organization_copy (current_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION fold_organization_copy() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        NEW.folded := extensions.fold(concat_ws(' ', NEW.name, array_to_string(NEW.aliases, ' ')));
        RETURN NEW;
      END $fn$;
      ALTER TABLE organization_copy DROP current_id;
    `);
  }
}
