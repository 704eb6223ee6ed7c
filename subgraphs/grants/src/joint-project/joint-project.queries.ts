import { knownUnder } from '@graphess/reference';
import { loadMany } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { JointProject } from './joint-project.entity.ts';

const COLUMNS = `slug, title, partners AS "partnerIds", since::text AS since, source_ids AS "sourceIds", quotation, summary,
  proposed_by AS "proposedBy", confirmed_by AS "confirmedBy"`;

/** One that documents tell of, or that each of its partners agreed to. */
export const IS_AGREED = '(proposed_by IS NULL OR confirmed_by @> partners)';

const ofOrganizations = (condition: string) => `
  SELECT known.asked AS owner, ${COLUMNS}
    FROM (SELECT asked, array_agg(id) AS ids FROM (${knownUnder('$1')}) each GROUP BY asked) known
    JOIN joint_project ON partners && known.ids
   WHERE ${condition}
   ORDER BY title COLLATE extensions.french, slug`;

/** The joint projects of an organisation, under whichever of its ids, by title. */
export const jointProjectsOfOrganization = loadMany<JointProject & { owner: string }>(
  ({ db }, organizationIds) => db.query(ofOrganizations(IS_AGREED), [organizationIds]),
  ({ owner }) => owner,
);

/** What was proposed to an organisation, or by it, and still waits for a partner, by title. */
export const proposalsToOrganization = loadMany<JointProject & { owner: string }>(
  ({ db }, organizationIds) => db.query(ofOrganizations(`NOT ${IS_AGREED}`), [organizationIds]),
  ({ owner }) => owner,
);

export async function jointProjectBySlug(tx: EntityManager, slug: string): Promise<JointProject | null> {
  const [found]: JointProject[] = await tx.query(`SELECT ${COLUMNS} FROM joint_project WHERE slug = $1`, [
    slug,
  ]);
  return found ?? null;
}

/** A project that was proposed here, held until the transaction ends. */
export async function lockProposal(tx: EntityManager, slug: string): Promise<JointProject | null> {
  const [found]: JointProject[] = await tx.query(
    `SELECT ${COLUMNS} FROM joint_project WHERE slug = $1 AND proposed_by IS NOT NULL FOR UPDATE`,
    [slug],
  );
  return found ?? null;
}
