import { trackChangesSql } from '@graphess/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Territory1767226000000 implements MigrationInterface {
  name = 'Territory1767226000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE territory (
        id text PRIMARY KEY,
        name text NOT NULL,
        level text NOT NULL CHECK (level IN ('QPV', 'COMMUNE', 'EPCI', 'EPT', 'DEPARTMENT', 'REGION', 'COUNTRY')),
        population integer CHECK (population >= 0),
        population_year integer,
        lat double precision,
        lon double precision,
        folded text
      );
      CREATE INDEX territory_level ON territory (level);
      CREATE FUNCTION fold_territory() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        NEW.folded := extensions.fold(NEW.name);
        RETURN NEW;
      END $fn$;
      CREATE TRIGGER fold_territory BEFORE INSERT OR UPDATE ON territory
        FOR EACH ROW EXECUTE FUNCTION fold_territory();

      CREATE TABLE territory_link (
        part text NOT NULL REFERENCES territory (id) ON DELETE CASCADE,
        whole text NOT NULL REFERENCES territory (id) ON DELETE CASCADE,
        partial boolean NOT NULL,
        PRIMARY KEY (part, whole)
      );
      CREATE INDEX territory_link_whole ON territory_link (whole, part);

      CREATE TABLE shown_area (territory_id text PRIMARY KEY REFERENCES territory (id));

      ${trackChangesSql('territory', 'territory', 'id')}
      ${trackChangesSql('territory_link', 'territory', 'part', 'part')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE shown_area, territory_link, territory;
      DROP FUNCTION fold_territory();
    `);
  }
}
