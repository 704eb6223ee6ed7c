import type { MigrationInterface, QueryRunner } from 'typeorm';
import { namesOf } from '../database/roles.ts';

/**
 * The journal of a schema: rows that can only be added, each bound to the one before by a hash. The running subgraph
 * may read it and call `append_to_journal`, nothing else; even the owner changes no row without disarming a trigger,
 * which the chain then shows.
 */
export class JournalTable1767225650000 implements MigrationInterface {
  name = 'JournalTable1767225650000';

  async up(runner: QueryRunner): Promise<void> {
    const [current]: { schema: string }[] = await runner.query('SELECT current_schema() AS schema');
    const { schema, runtime } = namesOf(current?.schema ?? '');
    await runner.query(`
      CREATE TABLE journal (
        seq bigint PRIMARY KEY CHECK (seq > 0),
        at timestamptz NOT NULL,
        action text NOT NULL CHECK (action ~ '^[A-Z][A-Z0-9_]{0,63}$'),
        actor_kind text NOT NULL CHECK (length(actor_kind) <= 40),
        actor text CHECK (length(actor) <= 200),
        target text CHECK (length(target) <= 200),
        request_id text NOT NULL CHECK (length(request_id) <= 200),
        details jsonb NOT NULL CHECK (jsonb_typeof(details) = 'object' AND length(details::text) <= 8000),
        previous_hash bytea NOT NULL,
        hash bytea NOT NULL
      );
      REVOKE ALL ON journal FROM ${runtime};
      GRANT SELECT ON journal TO ${runtime};

      -- Each field with its length in bytes before it: no two rows have the same text.
      CREATE FUNCTION journal_text(VARIADIC fields text[]) RETURNS text
      LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $fn$
        SELECT string_agg(coalesce(octet_length(convert_to(field, 'UTF8')) || ':' || field, '-'), ',' ORDER BY place)
          FROM unnest(fields) WITH ORDINALITY AS each(field, place)
      $fn$;

      CREATE FUNCTION append_to_journal(
        action text, actor_kind text, actor text, target text, request_id text, details jsonb
      ) RETURNS bigint
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, ${schema}, pg_temp AS $fn$
      DECLARE
        instant timestamptz;
        number bigint;
        former bytea;
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtext('graphess journal'), hashtext('${schema}'));
        SELECT last.seq, last.hash INTO number, former FROM ${schema}.journal AS last ORDER BY last.seq DESC LIMIT 1;
        number := coalesce(number, 0) + 1;
        former := coalesce(former, sha256(convert_to('graphess journal ${schema}', 'UTF8')));
        instant := clock_timestamp();
        INSERT INTO ${schema}.journal VALUES (
          number, instant, action, actor_kind, actor, target, request_id, details, former,
          sha256(convert_to(${schema}.journal_text(
            number::text,
            to_char(instant AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
            action, actor_kind, actor, target, request_id, details::text, encode(former, 'hex')
          ), 'UTF8')));
        RETURN number;
      END $fn$;
      REVOKE ALL ON FUNCTION append_to_journal, journal_text FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION append_to_journal TO ${runtime};

      CREATE FUNCTION keep_journal() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        RAISE EXCEPTION 'rows of a journal are neither changed nor removed' USING ERRCODE = 'restrict_violation';
      END $fn$;
      CREATE TRIGGER keep_journal BEFORE UPDATE OR DELETE OR TRUNCATE ON journal
        FOR EACH STATEMENT EXECUTE FUNCTION keep_journal();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE journal;
      DROP FUNCTION append_to_journal, journal_text, keep_journal;
    `);
  }
}
