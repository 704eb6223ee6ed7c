import { trackChangesSql } from '@graphess/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AgendaChanges1767228550000 implements MigrationInterface {
  name = 'AgendaChanges1767228550000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${trackChangesSql('event', 'event', 'id')}
      -- What was loaded before anybody followed it.
      UPDATE event SET title = title;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER track_event_insert ON event;
      DROP TRIGGER track_event_update ON event;
      DROP TRIGGER track_event_delete ON event;
      DROP TRIGGER lock_changes ON event;
      DELETE FROM change_log WHERE topic = 'event';
    `);
  }
}
