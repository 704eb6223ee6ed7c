import { randomUUID } from 'node:crypto';
import {
  appendToJournal,
  type Context,
  PermissionError,
  ValidationError,
  writeOnce,
} from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { authorOf } from '../attempt/author-of.ts';
import { membersAmong } from '../club/club.queries.ts';
import type { ProposeJointProjectInput } from './joint-project.input.ts';
import { type ProposeJointProjectPayload, ProposeJointProjectSuccess } from './joint-project.payload.ts';
import { jointProjectBySlug } from './joint-project.queries.ts';
import { problemsOfProposal } from './joint-project.rules.ts';

/** Proposes a project to other members of the club: it shows once each of them agreed. */
export function proposeJointProject(
  ctx: Context,
  input: ProposeJointProjectInput,
): Promise<typeof ProposeJointProjectPayload> {
  return writeOnce(
    ctx,
    'proposeJointProject',
    input,
    (tx) => propose(tx, ctx, input),
    async (tx, { slug }) =>
      Object.assign(new ProposeJointProjectSuccess(), { jointProject: await jointProjectBySlug(tx, slug) }),
  );
}

async function propose(tx: EntityManager, ctx: Context, input: ProposeJointProjectInput) {
  const proposer = ctx.viewer.organization;
  if (proposer === null) return PermissionError.of('applicant of a structure', ctx.viewer);
  const members = await membersAmong(tx, input.partners);
  const problems = problemsOfProposal(input, { proposer, members });
  if (problems.length > 0) return ValidationError.of(problems);
  const slug = `joint-${randomUUID()}`;
  await tx.query(
    `INSERT INTO joint_project (slug, title, summary, partners, source_ids, proposed_by, confirmed_by)
     VALUES ($1, $2, $3, $4, '{}', $5, ARRAY[$6])`,
    [slug, input.title.trim(), input.summary.trim(), input.partners, ctx.viewer.subject, proposer],
  );
  await appendToJournal(tx, {
    ...authorOf(ctx),
    action: 'JOINT_PROJECT_PROPOSED',
    target: slug,
    details: { partners: input.partners.length },
  });
  return { slug };
}
