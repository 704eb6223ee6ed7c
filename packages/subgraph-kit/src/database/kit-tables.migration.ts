import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables that the kit needs in every subgraph's schema: change log, positions of followers, idempotency keys. */
export class KitTables1767225600000 implements MigrationInterface {
  name = 'KitTables1767225600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE change_log_epoch (single boolean PRIMARY KEY DEFAULT true CHECK (single), epoch uuid NOT NULL DEFAULT gen_random_uuid());
      INSERT INTO change_log_epoch DEFAULT VALUES;

      CREATE SEQUENCE change_seq;
      CREATE TABLE change_log (
        topic text NOT NULL,
        key text NOT NULL,
        seq bigint NOT NULL,
        kind text NOT NULL CHECK (kind IN ('UPSERT', 'DELETE')),
        changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (topic, key)
      );
      CREATE UNIQUE INDEX change_log_seq ON change_log (topic, seq);

      -- One writer at a time until it commits: sequence order is then commit order, and a follower misses nothing.
      CREATE FUNCTION lock_changes() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtext(TG_TABLE_SCHEMA || '.change_log'));
        RETURN NULL;
      END $fn$;

      CREATE FUNCTION record_change() RETURNS trigger LANGUAGE plpgsql AS $fn$
      DECLARE
        keys text := format('SELECT %I::text AS key FROM changed_rows', TG_ARGV[1]);
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtext(TG_TABLE_SCHEMA || '.change_log'));
        IF TG_ARGV[3] = 'former' THEN
          keys := keys || format(' UNION SELECT %I::text FROM former_rows', TG_ARGV[1]);
        END IF;
        EXECUTE format(
          'INSERT INTO %1$I.change_log (topic, key, seq, kind)
             SELECT $1, key, nextval(''%1$I.change_seq''), $2
               FROM (SELECT DISTINCT key FROM (%2$s) touched WHERE key IS NOT NULL ORDER BY 1) keys
           ON CONFLICT (topic, key) DO UPDATE
             SET seq = excluded.seq, kind = excluded.kind, changed_at = clock_timestamp()',
          TG_TABLE_SCHEMA, keys)
        USING TG_ARGV[0], CASE WHEN TG_OP = 'DELETE' AND TG_ARGV[2] = 'row' THEN 'DELETE' ELSE 'UPSERT' END;
        RETURN NULL;
      END $fn$;

      CREATE TABLE follow_position (
        source text NOT NULL,
        topic text NOT NULL,
        epoch uuid NOT NULL,
        seq bigint NOT NULL,
        caught_up_at timestamptz,
        PRIMARY KEY (source, topic)
      );

      CREATE TABLE idempotency_key (
        owner text NOT NULL,
        operation text NOT NULL,
        key text NOT NULL,
        body_hash text NOT NULL,
        result jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (owner, operation, key)
      );

      CREATE TABLE loaded_set (
        name text PRIMARY KEY,
        fingerprint text NOT NULL,
        row_count integer NOT NULL,
        loaded_at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE loaded_set, idempotency_key, follow_position, change_log, change_log_epoch;
      DROP FUNCTION record_change(), lock_changes();
      DROP SEQUENCE change_seq;
    `);
  }
}

/**
 * DDL that makes every insert, update and delete on `table` leave its key in the change log under `topic`. With
 * `of: 'part'` the table holds parts of the thing whose key is in `keyColumn`: deleting a part changes the thing, and
 * moving it changes two. A table may be tracked under several topics.
 */
export function trackChangesSql(
  table: string,
  topic: string,
  keyColumn: string,
  of: 'row' | 'part' = 'row',
): string {
  const track = (event: keyof typeof TRANSITION_TABLES) => `
        CREATE TRIGGER track_${topic}_${event.toLowerCase()} AFTER ${event} ON ${table}
          REFERENCING ${TRANSITION_TABLES[event]}
          FOR EACH STATEMENT EXECUTE FUNCTION
            record_change('${topic}', '${keyColumn}', '${of}'${event === 'UPDATE' ? ", 'former'" : ''});`;
  // The log is locked before any row: whoever waits for the log holds no row that its holder may want.
  return `
        CREATE OR REPLACE TRIGGER lock_changes BEFORE INSERT OR UPDATE OR DELETE ON ${table}
          FOR EACH STATEMENT EXECUTE FUNCTION lock_changes();
        ${[track('INSERT'), track('UPDATE'), track('DELETE')].join('\n')}`;
}

const TRANSITION_TABLES = {
  INSERT: 'NEW TABLE AS changed_rows',
  UPDATE: 'OLD TABLE AS former_rows NEW TABLE AS changed_rows',
  DELETE: 'OLD TABLE AS changed_rows',
} as const;
