import type { MigrationInterface, QueryRunner } from 'typeorm';

export class JointProjectProposal1767228540000 implements MigrationInterface {
  name = 'JointProjectProposal1767228540000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A project that a member proposed here is one once each of its partners said so; those of documents are.
      ALTER TABLE joint_project
        ADD summary text,
        ADD proposed_by text,
        ADD confirmed_by text[] NOT NULL DEFAULT '{}',
        ADD CONSTRAINT joint_project_confirmed_check CHECK (confirmed_by <@ partners),
        ADD CONSTRAINT joint_project_proposal_check CHECK (proposed_by IS NOT NULL OR confirmed_by = '{}');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM joint_project WHERE proposed_by IS NOT NULL;
      ALTER TABLE joint_project DROP CONSTRAINT joint_project_proposal_check,
        DROP CONSTRAINT joint_project_confirmed_check, DROP summary, DROP proposed_by, DROP confirmed_by;
    `);
  }
}
