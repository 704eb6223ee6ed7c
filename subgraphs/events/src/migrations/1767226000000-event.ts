import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Event1767226000000 implements MigrationInterface {
  name = 'Event1767226000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE event_series (
        code text PRIMARY KEY,
        position integer NOT NULL,
        name text NOT NULL,
        aliases text[] NOT NULL,
        frequency text,
        audience text,
        contact text,
        source_ids text[] NOT NULL
      );

      CREATE TABLE funding_instrument (
        code text PRIMARY KEY,
        position integer NOT NULL,
        label text NOT NULL,
        family text NOT NULL,
        source_ids text[] NOT NULL
      );

      CREATE TABLE event (
        id text PRIMARY KEY CONSTRAINT event_id_check CHECK (id ~ '^EVT:[a-z0-9]+(-[a-z0-9]+)*$'),
        title text NOT NULL,
        aliases text[] NOT NULL,
        type text NOT NULL CONSTRAINT event_type_check CHECK (type IN ('FUNDING_MORNING', 'PITCH_TRAINING',
          'LOCAL_AUTHORITIES_MEETING', 'BUSINESS_CONVENTION', 'ESS_AND_TERRITORY_DAY', 'LAUREATES_CLUB', 'ESS_MONTH',
          'PROGRAMME_PRESENTATION', 'YOUTH_WORKSHOP', 'OTHER')),
        starts_on date NOT NULL,
        last_possible_on date NOT NULL,
        precision text NOT NULL,
        starts_at timestamptz,
        ends_at timestamptz,
        venue_name text,
        venue_address text,
        venue_lat double precision,
        venue_lon double precision,
        venue_accessibility text[] NOT NULL,
        territory_id text,
        capacity integer,
        registered integer,
        waitlisted integer,
        spots_left integer,
        status text NOT NULL CONSTRAINT event_status_check CHECK (
          status IN ('SCHEDULED', 'RESCHEDULED', 'POSTPONED', 'MOVED_ONLINE', 'FULL', 'CANCELLED')),
        description text,
        audience text,
        folded_audience text,
        series_code text REFERENCES event_series (code),
        parent_id text REFERENCES event (id),
        organizer_ids text[] NOT NULL,
        slot_minutes integer,
        slot_count integer,
        is_demonstration boolean NOT NULL,
        source_ids text[] NOT NULL,

        CONSTRAINT event_precision_check CHECK (
          CASE precision
            WHEN 'INSTANT' THEN starts_at IS NOT NULL
            WHEN 'DAY' THEN starts_at IS NULL AND ends_at IS NULL AND last_possible_on = starts_on
            WHEN 'MONTH' THEN starts_at IS NULL AND ends_at IS NULL AND extract(day FROM starts_on) = 1
              AND last_possible_on = (starts_on + interval '1 month' - interval '1 day')::date
            ELSE false
          END),
        CONSTRAINT event_hours_check CHECK (
          (starts_at AT TIME ZONE 'Europe/Paris')::date = starts_on
          AND ends_at > starts_at
          AND (ends_at AT TIME ZONE 'Europe/Paris')::date = last_possible_on
          AND last_possible_on >= starts_on),
        CONSTRAINT event_venue_check CHECK (
          (venue_name IS NOT NULL
            OR (venue_address IS NULL AND venue_lat IS NULL AND cardinality(venue_accessibility) = 0))
          AND (venue_lat IS NULL) = (venue_lon IS NULL)),
        CONSTRAINT event_seats_check CHECK (capacity >= 0 AND registered >= 0 AND waitlisted >= 0),
        CONSTRAINT event_speed_meetings_check CHECK (
          (slot_minutes IS NULL) = (slot_count IS NULL) AND slot_minutes > 0 AND slot_count > 0),
        CONSTRAINT event_parent_check CHECK (parent_id <> id),
        CONSTRAINT event_demonstration_check CHECK (NOT is_demonstration OR series_code IS NULL)
      );
      CREATE INDEX event_order ON event (starts_on, starts_at, id);
      CREATE INDEX event_territory_id ON event (territory_id);
      CREATE INDEX event_series_code ON event (series_code);
      CREATE INDEX event_parent_id ON event (parent_id);

      CREATE FUNCTION complete_event() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        NEW.folded_audience := extensions.fold(NEW.audience);
        NEW.spots_left := CASE
          WHEN NEW.status = 'CANCELLED' THEN 0
          -- GREATEST ignores a null, and an unknown count must stay unknown.
          WHEN NEW.capacity IS NULL OR NEW.registered IS NULL THEN NULL
          ELSE greatest(NEW.capacity - NEW.registered, 0)
        END;
        RETURN NEW;
      END $fn$;
      CREATE TRIGGER complete_event BEFORE INSERT OR UPDATE ON event
        FOR EACH ROW EXECUTE FUNCTION complete_event();

      CREATE TABLE session (
        id text PRIMARY KEY,
        event_id text NOT NULL REFERENCES event (id) ON DELETE CASCADE,
        position integer NOT NULL,
        title text NOT NULL,
        starts_at timestamptz,
        ends_at timestamptz,
        speaker_ids text[] NOT NULL,
        CONSTRAINT session_hours_check CHECK (ends_at > starts_at)
      );
      CREATE UNIQUE INDEX session_event_id ON session (event_id, position);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE session, event, funding_instrument, event_series;
      DROP FUNCTION complete_event();
    `);
  }
}
