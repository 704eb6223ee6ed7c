import type { MigrationInterface, QueryRunner } from 'typeorm';

const FORMER = `'FUNDING_MORNING', 'PITCH_TRAINING', 'LOCAL_AUTHORITIES_MEETING', 'BUSINESS_CONVENTION',
  'ESS_AND_TERRITORY_DAY', 'LAUREATES_CLUB', 'ESS_MONTH', 'PROGRAMME_PRESENTATION', 'YOUTH_WORKSHOP', 'OTHER'`;

export class AuditionEvent1767228420000 implements MigrationInterface {
  name = 'AuditionEvent1767228420000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE event DROP CONSTRAINT event_type_check,
        ADD CONSTRAINT event_type_check CHECK (type IN (${FORMER}, 'AUDITION')),
        ADD CONSTRAINT event_audition_check CHECK ((type = 'AUDITION') = (id LIKE 'EVT:auditions-%'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM event WHERE type = 'AUDITION';
      ALTER TABLE event DROP CONSTRAINT event_audition_check, DROP CONSTRAINT event_type_check,
        ADD CONSTRAINT event_type_check CHECK (type IN (${FORMER}));
    `);
  }
}
