import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Siae1767226300000 implements MigrationInterface {
  name = 'Siae1767226300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sector (
        code text PRIMARY KEY,
        label text NOT NULL,
        folded text
      );
      CREATE FUNCTION fold_sector() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        NEW.folded := extensions.fold(NEW.label);
        RETURN NEW;
      END $fn$;
      CREATE TRIGGER fold_sector BEFORE INSERT OR UPDATE ON sector
        FOR EACH ROW EXECUTE FUNCTION fold_sector();

      CREATE TABLE siae (
        id text PRIMARY KEY CHECK (id ~ '^SIAE:[a-z0-9-]+$'),
        organization_id text NOT NULL UNIQUE CHECK (organization_id ~ '^ORG:[a-z0-9-]+$'),
        siret text NOT NULL UNIQUE CHECK (siret ~ '^[0-9]{14}$'),
        territory_id text NOT NULL CHECK (territory_id ~ '^COM:[0-9AB]{5}$'),
        kind text NOT NULL CHECK (kind IN ('EI', 'AI', 'ACI', 'ETTI', 'EITI', 'GEIQ', 'EA', 'EATT', 'ESAT', 'SEP')),
        sectors text[] NOT NULL,
        presta_types text[] NOT NULL CHECK (presta_types <@ ARRAY['DISP', 'PREST', 'BUILD']),
        labels text[] NOT NULL,
        turnover_cents bigint CHECK (turnover_cents >= 0),
        employees_insertion integer CHECK (employees_insertion >= 0),
        employees_permanent integer CHECK (employees_permanent >= 0),
        in_qpv boolean,
        lat double precision,
        lon double precision,
        is_club_member boolean NOT NULL,
        agreement_valid_until date,
        completeness double precision NOT NULL CHECK (completeness BETWEEN 0 AND 1),
        is_demonstration boolean NOT NULL,
        source_ids text[] NOT NULL CHECK (cardinality(source_ids) > 0),
        updated_at timestamptz NOT NULL,
        sectors_folded text NOT NULL,
        CONSTRAINT siae_demonstration_siret_check CHECK (NOT is_demonstration OR siret LIKE '0000%'),
        CONSTRAINT siae_point_check CHECK (
          (lat IS NULL AND lon IS NULL) OR (coalesce(lat BETWEEN -90 AND 90, false) AND coalesce(lon BETWEEN -180 AND 180, false))
        )
      );
      CREATE INDEX siae_territory_id ON siae (territory_id);
      CREATE INDEX siae_sectors ON siae USING gin (sectors);
      -- The order of lists goes on with a name that is another table's: what shares a completeness is sorted there.
      CREATE INDEX siae_completeness ON siae (completeness DESC, id);
      CREATE FUNCTION complete_siae() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        NEW.sectors_folded := coalesce(
          (SELECT string_agg(sector.folded, ' ' ORDER BY code) FROM sector WHERE code = ANY(NEW.sectors)), '');
        IF TG_OP = 'INSERT'
           OR to_jsonb(NEW) - 'sectors_folded' - 'updated_at' <> to_jsonb(OLD) - 'sectors_folded' - 'updated_at' THEN
          NEW.updated_at := coalesce(nullif(current_setting('graphess.now', true), '')::timestamptz, now());
        END IF;
        RETURN NEW;
      END $fn$;
      CREATE TRIGGER complete_siae BEFORE INSERT OR UPDATE ON siae
        FOR EACH ROW EXECUTE FUNCTION complete_siae();
      CREATE FUNCTION relabel_siae() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        UPDATE siae SET sectors = sectors WHERE NEW.code = ANY(sectors);
        RETURN NULL;
      END $fn$;
      CREATE TRIGGER relabel_siae AFTER UPDATE OF label ON sector
        FOR EACH ROW EXECUTE FUNCTION relabel_siae();

      -- Sectors are an array, which no foreign key can check.
      CREATE FUNCTION check_siae_sectors() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        IF EXISTS (SELECT FROM unnest(NEW.sectors) AS each(code) WHERE NOT EXISTS (SELECT FROM sector WHERE sector.code = each.code)) THEN
          RAISE EXCEPTION 'unknown sector' USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'siae_sectors_fkey';
        END IF;
        RETURN NULL;
      END $fn$;
      CREATE CONSTRAINT TRIGGER check_siae_sectors AFTER INSERT OR UPDATE OF sectors ON siae
        FOR EACH ROW EXECUTE FUNCTION check_siae_sectors();

      CREATE TABLE laureate_copy (
        id text PRIMARY KEY,
        is_laureate boolean NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE laureate_copy, siae, sector;
      DROP FUNCTION check_siae_sectors(), relabel_siae(), complete_siae(), fold_sector();
    `);
  }
}
