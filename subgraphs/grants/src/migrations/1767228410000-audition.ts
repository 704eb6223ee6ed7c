import { trackChangesSql } from '@graphess/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Audition1767228410000 implements MigrationInterface {
  name = 'Audition1767228410000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audition_day (
        id text PRIMARY KEY,
        call_id text NOT NULL,
        day date NOT NULL,
        CONSTRAINT audition_day_call_id_fkey FOREIGN KEY (call_id) REFERENCES call (id) ON DELETE CASCADE,
        CONSTRAINT audition_day_key UNIQUE (call_id, day)
      );

      -- One application per slot by its column, one slot per application and one audition at a time in a room by the rest.
      CREATE TABLE audition_slot (
        id uuid PRIMARY KEY,
        day_id text NOT NULL,
        call_id text NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        place text NOT NULL,
        application_id text,
        CONSTRAINT audition_slot_day_fkey FOREIGN KEY (day_id) REFERENCES audition_day (id) ON DELETE CASCADE,
        CONSTRAINT audition_slot_application_fkey FOREIGN KEY (application_id, call_id)
          REFERENCES application (id, call_id) ON DELETE SET NULL (application_id),
        CONSTRAINT audition_slot_application_key UNIQUE (application_id),
        CONSTRAINT audition_slot_hours_check CHECK (starts_at < ends_at),
        CONSTRAINT audition_slot_overlap EXCLUDE USING gist (place WITH =, tstzrange(starts_at, ends_at) WITH &&)
      );
      CREATE INDEX audition_slot_call ON audition_slot (call_id, starts_at);

      ${trackChangesSql('audition_day', 'audition', 'id')}
      ${trackChangesSql('audition_slot', 'audition', 'day_id', 'part')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audition_slot, audition_day;');
  }
}
