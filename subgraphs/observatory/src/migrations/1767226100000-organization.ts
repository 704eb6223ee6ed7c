import { trackChangesSql } from '@graphess/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Organization1767226100000 implements MigrationInterface {
  name = 'Organization1767226100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organization (
        id text PRIMARY KEY CHECK (id ~ '^ORG:[a-z0-9]+(-[a-z0-9]+)*$'),
        name text NOT NULL CHECK (btrim(name) <> ''),
        aliases text[] NOT NULL,
        siret text CHECK (siret ~ '^[0-9]{14}$'),
        rna text CHECK (rna ~ '^W[0-9][0-9A-Z][0-9]{7}$'),
        legal_form text CHECK (legal_form ~ '^[0-9]{4}$'),
        is_esus boolean,
        seat_id text REFERENCES territory (id),
        website text,
        description text,
        is_demonstration boolean NOT NULL,
        source_ids text[] NOT NULL CHECK (cardinality(source_ids) > 0),
        folded text
      );
      CREATE INDEX organization_siret ON organization (siret);
      CREATE INDEX organization_rna ON organization (rna);
      CREATE INDEX organization_seat_id ON organization (seat_id);
      CREATE FUNCTION fold_organization() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        NEW.folded := extensions.fold(concat_ws(' ', NEW.name, array_to_string(NEW.aliases, ' ')));
        RETURN NEW;
      END $fn$;
      CREATE TRIGGER fold_organization BEFORE INSERT OR UPDATE ON organization
        FOR EACH ROW EXECUTE FUNCTION fold_organization();

      CREATE TABLE organization_area (
        id text PRIMARY KEY,
        organization_id text NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
        territory_id text NOT NULL REFERENCES territory (id),
        UNIQUE (organization_id, territory_id)
      );

      CREATE TABLE organization_role (
        id text PRIMARY KEY,
        organization_id text NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
        position integer NOT NULL,
        role text NOT NULL CHECK (role IN (
          'APPLICANT', 'LAUREATE', 'FUNDER', 'SUPPORT_PARTNER', 'DATA_PROVIDER', 'ORGANIZER', 'INCUBATOR', 'CALL_OWNER',
          'CONSULAR_CHAMBER', 'PUBLISHER', 'SPEAKER', 'SIAE', 'BUYER', 'CLUB_MEMBER')),
        since date,
        until date,
        source_id text NOT NULL REFERENCES source (id),
        CONSTRAINT organization_role_span_check CHECK (since <= until),
        UNIQUE (organization_id, position)
      );

      CREATE TABLE organization_link (
        id text PRIMARY KEY,
        organization_id text NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
        position integer NOT NULL,
        url text NOT NULL CHECK (url ~ '^https?://'),
        label text,
        source_id text NOT NULL REFERENCES source (id),
        UNIQUE (organization_id, position)
      );

      CREATE TABLE organization_contact (
        id text PRIMARY KEY,
        organization_id text NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('ADDRESS', 'PHONE', 'EMAIL')),
        as_printed text,
        normalised text,
        nominative boolean NOT NULL,
        source_id text NOT NULL REFERENCES source (id),
        CONSTRAINT organization_contact_nominative_check
          CHECK (NOT nominative OR (as_printed IS NULL AND normalised IS NULL))
      );
      CREATE INDEX organization_contact_organization_id ON organization_contact (organization_id);

      ${trackChangesSql('organization', 'organization', 'id')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE organization_contact, organization_link, organization_role, organization_area, organization;
      DROP FUNCTION fold_organization();
    `);
  }
}
