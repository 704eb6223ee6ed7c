import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The log of changes tells what a reader could see change, and nothing else: that a hidden value was revised says something
 * of it. A publication ends a revision and inserts another; so what is hidden is compared at the end of the transaction.
 */
export class PublicFaces1767227750000 implements MigrationInterface {
  name = 'PublicFaces1767227750000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${DROP_TRACKING}

      -- What readers saw of a hidden cell before this transaction; null where it was not held. Empty between transactions.
      CREATE UNLOGGED TABLE observation_before (
        observation_id text PRIMARY KEY,
        face text
      );

      -- Of a hidden cell, all that readers see and that a revision may change.
      CREATE FUNCTION hidden_face(r observation_revision) RETURNS text LANGUAGE sql IMMUTABLE AS
        $fn$ SELECT concat_ws(' ', r.approximate, r.comparable_with_previous) $fn$;

      CREATE FUNCTION is_hidden(r observation_revision) RETURNS boolean LANGUAGE sql STABLE AS $fn$
        SELECT starts_with(r.status, 'SUPPRESSED')
               OR EXISTS (SELECT FROM observation o WHERE o.id = r.observation_id AND o.secret_since IS NOT NULL)
      $fn$;

      CREATE FUNCTION announce_observations(keys text[]) RETURNS void LANGUAGE sql AS $fn$
        INSERT INTO change_log (topic, key, seq, kind)
          SELECT 'observation', key, nextval('change_seq'), 'UPSERT'
            FROM (SELECT DISTINCT key FROM unnest(keys) touched (key) ORDER BY 1) each
        ON CONFLICT (topic, key) DO UPDATE
          SET seq = excluded.seq, kind = excluded.kind, changed_at = clock_timestamp()
      $fn$;

      CREATE FUNCTION record_revisions() RETURNS trigger LANGUAGE plpgsql AS $fn$
      DECLARE
        shown text[] := '{}';
      BEGIN
        IF TG_OP <> 'INSERT' THEN
          INSERT INTO observation_before (observation_id, face)
            SELECT r.observation_id, hidden_face(r) FROM former_rows r WHERE r.valid_to IS NULL AND is_hidden(r)
          ON CONFLICT DO NOTHING;
          SELECT array_agg(r.observation_id) INTO shown FROM former_rows r WHERE r.valid_to IS NULL AND NOT is_hidden(r);
          PERFORM announce_observations(shown);
        END IF;
        IF TG_OP <> 'DELETE' THEN
          INSERT INTO observation_before (observation_id, face)
            SELECT r.observation_id, NULL FROM changed_rows r WHERE r.valid_to IS NULL AND is_hidden(r)
          ON CONFLICT DO NOTHING;
          SELECT array_agg(r.observation_id) INTO shown FROM changed_rows r WHERE r.valid_to IS NULL AND NOT is_hidden(r);
          PERFORM announce_observations(shown);
        END IF;
        RETURN NULL;
      END $fn$;

      -- A cell becomes a secret, or another cell: the former tells nothing where its revision was hidden already.
      CREATE FUNCTION record_observations() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        PERFORM announce_observations(array_agg(o.id))
           FROM changed_rows o
           JOIN former_rows f ON f.id = o.id
           LEFT JOIN observation_revision r ON r.observation_id = o.id AND r.valid_to IS NULL
          WHERE (to_jsonb(o) - 'secret_since') <> (to_jsonb(f) - 'secret_since')
             OR f.secret_since IS NULL AND o.secret_since IS NOT NULL AND NOT starts_with(r.status, 'SUPPRESSED');
        RETURN NULL;
      END $fn$;

      CREATE FUNCTION announce_faces() RETURNS trigger LANGUAGE plpgsql AS $fn$
      DECLARE
        face_now text;
      BEGIN
        SELECT hidden_face(r) INTO face_now
          FROM observation_revision r WHERE r.observation_id = NEW.observation_id AND r.valid_to IS NULL;
        IF face_now IS DISTINCT FROM NEW.face THEN
          PERFORM announce_observations(ARRAY[NEW.observation_id]);
        END IF;
        DELETE FROM observation_before WHERE observation_id = NEW.observation_id;
        RETURN NULL;
      END $fn$;

      CREATE TRIGGER track_observation_insert AFTER INSERT ON observation_revision
        REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION record_revisions();
      CREATE TRIGGER track_observation_update AFTER UPDATE ON observation_revision
        REFERENCING OLD TABLE AS former_rows NEW TABLE AS changed_rows
        FOR EACH STATEMENT EXECUTE FUNCTION record_revisions();
      CREATE TRIGGER track_observation_delete AFTER DELETE ON observation_revision
        REFERENCING OLD TABLE AS former_rows FOR EACH STATEMENT EXECUTE FUNCTION record_revisions();
      CREATE TRIGGER track_observation_update AFTER UPDATE ON observation
        REFERENCING OLD TABLE AS former_rows NEW TABLE AS changed_rows
        FOR EACH STATEMENT EXECUTE FUNCTION record_observations();
      CREATE CONSTRAINT TRIGGER announce_faces AFTER INSERT ON observation_before
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION announce_faces();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${DROP_TRACKING}
      DROP TABLE observation_before;
      DROP FUNCTION announce_faces(), record_observations(), record_revisions(), announce_observations(text[]),
        is_hidden(observation_revision), hidden_face(observation_revision);
      ${TRACK_EVERY_REVISION}
    `);
  }
}

const DROP_TRACKING = `
      DROP TRIGGER track_observation_update ON observation;
      DROP TRIGGER track_observation_delete ON observation_revision;
      DROP TRIGGER track_observation_update ON observation_revision;
      DROP TRIGGER track_observation_insert ON observation_revision;`;

/** As the publication had it: an event for each revision, hidden or not. */
export const TRACK_EVERY_REVISION = `
      CREATE TRIGGER track_observation_insert AFTER INSERT ON observation_revision
        REFERENCING NEW TABLE AS changed_rows
        FOR EACH STATEMENT EXECUTE FUNCTION record_change('observation', 'observation_id', 'part');
      CREATE TRIGGER track_observation_update AFTER UPDATE ON observation_revision
        REFERENCING OLD TABLE AS former_rows NEW TABLE AS changed_rows
        FOR EACH STATEMENT EXECUTE FUNCTION record_change('observation', 'observation_id', 'part', 'former');
      CREATE TRIGGER track_observation_delete AFTER DELETE ON observation_revision
        REFERENCING OLD TABLE AS changed_rows
        FOR EACH STATEMENT EXECUTE FUNCTION record_change('observation', 'observation_id', 'part');
      CREATE TRIGGER track_observation_update AFTER UPDATE ON observation
        REFERENCING OLD TABLE AS former_rows NEW TABLE AS changed_rows
        FOR EACH STATEMENT EXECUTE FUNCTION record_change('observation', 'id', 'row', 'former');`;
