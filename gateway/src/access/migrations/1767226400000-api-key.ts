import { namesOf } from '@graphess/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const RUNTIME = namesOf('access').runtime;

export class ApiKey1767226400000 implements MigrationInterface {
  name = 'ApiKey1767226400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE api_key (
        id text PRIMARY KEY,
        family text NOT NULL,
        prefix text NOT NULL,
        secret_hash bytea NOT NULL,
        partner text NOT NULL,
        organization_id text,
        scopes text[] NOT NULL,
        networks cidr[] NOT NULL,
        quota_per_minute integer NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz,
        last_used_on date,
        replaced_by_id text,
        CONSTRAINT api_key_prefix_key UNIQUE (prefix),
        CONSTRAINT api_key_secret_hash_key UNIQUE (secret_hash),
        CONSTRAINT api_key_replaced_by_key UNIQUE (replaced_by_id),
        CONSTRAINT api_key_family_fkey FOREIGN KEY (family) REFERENCES api_key (id),
        CONSTRAINT api_key_replaced_by_fkey FOREIGN KEY (replaced_by_id) REFERENCES api_key (id)
          DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT api_key_id_check CHECK (id ~ '^KEY:[0-9a-z]{16}$'),
        CONSTRAINT api_key_prefix_check CHECK (prefix ~ '^ess_(live|test)_[0-9A-Za-z]{6}$'),
        CONSTRAINT api_key_secret_hash_check CHECK (octet_length(secret_hash) = 32),
        CONSTRAINT api_key_partner_check CHECK (char_length(partner) BETWEEN 2 AND 120 AND partner = btrim(partner)),
        CONSTRAINT api_key_organization_check CHECK (organization_id LIKE 'ORG:_%'),
        CONSTRAINT api_key_scopes_check CHECK (scopes <@ ARRAY[
          'statistics:read', 'statistics:publish', 'directory:read', 'changes:read', 'bi:read']),
        CONSTRAINT api_key_scopes_count_check CHECK (cardinality(scopes) BETWEEN 1 AND 5),
        CONSTRAINT api_key_networks_check CHECK (cardinality(networks) <= 20),
        CONSTRAINT api_key_quota_check CHECK (quota_per_minute BETWEEN 1 AND 100000),
        CONSTRAINT api_key_lifetime_check
          CHECK (expires_at >= created_at AND expires_at <= created_at + interval '366 days')
      );
      CREATE INDEX api_key_created ON api_key (created_at DESC, id DESC);
      CREATE INDEX api_key_family ON api_key (family);

      -- A key ends; it is never made again of an ended one, nor given to another.
      CREATE FUNCTION keep_api_key() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'an API key is revoked, not deleted' USING ERRCODE = 'restrict_violation';
        END IF;
        IF (NEW.id, NEW.family, NEW.prefix, NEW.secret_hash, NEW.partner, NEW.scopes, NEW.networks,
            NEW.quota_per_minute, NEW.created_at)
             IS DISTINCT FROM
           (OLD.id, OLD.family, OLD.prefix, OLD.secret_hash, OLD.partner, OLD.scopes, OLD.networks,
            OLD.quota_per_minute, OLD.created_at)
           OR NEW.organization_id IS DISTINCT FROM OLD.organization_id
           OR NEW.expires_at > OLD.expires_at
           OR (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at)
           OR (OLD.replaced_by_id IS NOT NULL AND NEW.replaced_by_id IS DISTINCT FROM OLD.replaced_by_id)
           OR NEW.last_used_on IS NULL AND OLD.last_used_on IS NOT NULL
        THEN
          RAISE EXCEPTION 'an API key may only end' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $fn$;
      CREATE TRIGGER keep_api_key BEFORE UPDATE OR DELETE ON api_key
        FOR EACH ROW EXECUTE FUNCTION keep_api_key();
      REVOKE UPDATE, DELETE ON api_key FROM ${RUNTIME};
      GRANT UPDATE (expires_at, revoked_at, last_used_on, replaced_by_id) ON api_key TO ${RUNTIME};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE api_key; DROP FUNCTION keep_api_key();');
  }
}
