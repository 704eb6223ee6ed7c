import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PublishedGrant1767228610000 implements MigrationInterface {
  name = 'PublishedGrant1767228610000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A file of grants that somebody published, and what became of its lines.
      CREATE TABLE published_grant_file (
        source text NOT NULL,
        sha256 text NOT NULL,
        file_name text NOT NULL,
        imported_at timestamptz NOT NULL,
        read integer NOT NULL,
        kept integer NOT NULL,
        quarantined integer NOT NULL,
        problems jsonb NOT NULL,
        PRIMARY KEY (source, sha256),
        CONSTRAINT published_grant_file_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        CONSTRAINT published_grant_file_nothing_is_dropped CHECK (read = kept + quarantined)
      );

      CREATE TABLE published_grant (
        source text NOT NULL,
        key text NOT NULL,
        sha256 text NOT NULL,
        line integer NOT NULL,
        grantor_name text,
        grantor_siret text,
        year integer NOT NULL,
        agreed_on date,
        reference text,
        beneficiary_name text,
        beneficiary_siret text,
        beneficiary_siren text,
        beneficiary_rna text,
        object text,
        cents bigint NOT NULL,
        nature text,
        terms text,
        paid_from date,
        paid_to date,
        folded text,
        PRIMARY KEY (source, key),
        CONSTRAINT published_grant_file_fkey FOREIGN KEY (source, sha256)
          REFERENCES published_grant_file (source, sha256) ON DELETE CASCADE,
        CONSTRAINT published_grant_siret_check CHECK (
          grantor_siret ~ '^[0-9]{14}$' AND beneficiary_siret ~ '^[0-9]{14}$' AND beneficiary_siren ~ '^[0-9]{9}$'),
        CONSTRAINT published_grant_period_check CHECK (paid_from <= paid_to)
      );
      CREATE INDEX published_grant_year ON published_grant (year, source, key);
      CREATE INDEX published_grant_siren ON published_grant (beneficiary_siren);

      -- What was not kept, for whoever mends the file: cells that may name somebody are left out of it.
      CREATE TABLE published_grant_quarantine (
        source text NOT NULL,
        sha256 text NOT NULL,
        line integer NOT NULL,
        rank integer NOT NULL,
        column_name text,
        code text NOT NULL,
        raw text,
        PRIMARY KEY (source, sha256, line, rank),
        CONSTRAINT published_grant_quarantine_file_fkey FOREIGN KEY (source, sha256)
          REFERENCES published_grant_file (source, sha256) ON DELETE CASCADE
      );

      CREATE FUNCTION fold_published_grant() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        NEW.folded := extensions.fold(concat_ws(' ', NEW.beneficiary_name, NEW.object));
        RETURN NEW;
      END $fn$;
      CREATE TRIGGER fold_published_grant BEFORE INSERT OR UPDATE ON published_grant
        FOR EACH ROW EXECUTE FUNCTION fold_published_grant();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE published_grant_quarantine, published_grant, published_grant_file;
      DROP FUNCTION fold_published_grant;
    `);
  }
}
