import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever applies to an edition judges none of it, and no agent lifts that. */
export class RivalJuror1767228920000 implements MigrationInterface {
  name = 'RivalJuror1767228920000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE review_assignment DROP CONSTRAINT review_assignment_recusal_kind_check,
        ADD CONSTRAINT review_assignment_recusal_kind_check CHECK (recusal_kind IN (
          'SAME_ORGANIZATION', 'RIVAL', 'JOINT_PROJECT', 'SUPPORT_PARTNER', 'DATA_PRODUCER', 'CLUB', 'CONTRACT',
          'PERSONAL'));
      ALTER TABLE conflict_lift DROP CONSTRAINT conflict_lift_blocking_check,
        ADD CONSTRAINT conflict_lift_blocking_check CHECK (
          candidate NOT LIKE 'SAME\\_ORGANIZATION%' AND candidate NOT LIKE 'RIVAL%');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE conflict_lift DROP CONSTRAINT conflict_lift_blocking_check,
        ADD CONSTRAINT conflict_lift_blocking_check CHECK (candidate NOT LIKE 'SAME\\_ORGANIZATION%');
      UPDATE review_assignment SET recusal_kind = 'SAME_ORGANIZATION' WHERE recusal_kind = 'RIVAL';
      ALTER TABLE review_assignment DROP CONSTRAINT review_assignment_recusal_kind_check,
        ADD CONSTRAINT review_assignment_recusal_kind_check CHECK (recusal_kind IN (
          'SAME_ORGANIZATION', 'JOINT_PROJECT', 'SUPPORT_PARTNER', 'DATA_PRODUCER', 'CLUB', 'CONTRACT', 'PERSONAL'));
    `);
  }
}
