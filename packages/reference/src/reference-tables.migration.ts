import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReferenceTables1767225800000 implements MigrationInterface {
  name = 'ReferenceTables1767225800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE territory_copy (
        id text PRIMARY KEY,
        name text NOT NULL,
        level text NOT NULL,
        population integer,
        within text[] NOT NULL,
        within_partly text[] NOT NULL
      );
      CREATE INDEX territory_copy_within ON territory_copy USING gin (within);

      CREATE TABLE organization_copy (
        id text PRIMARY KEY,
        name text NOT NULL,
        aliases text[] NOT NULL,
        siret text,
        folded text
      );
      CREATE FUNCTION fold_organization_copy() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        NEW.folded := extensions.fold(concat_ws(' ', NEW.name, array_to_string(NEW.aliases, ' ')));
        RETURN NEW;
      END $fn$;
      CREATE TRIGGER fold_organization_copy BEFORE INSERT OR UPDATE ON organization_copy
        FOR EACH ROW EXECUTE FUNCTION fold_organization_copy();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE organization_copy, territory_copy;
      DROP FUNCTION fold_organization_copy();
    `);
  }
}
