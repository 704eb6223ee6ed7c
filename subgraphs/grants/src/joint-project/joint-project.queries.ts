import { loadMany } from '@graphess/subgraph-kit';
import type { JointProject } from './joint-project.entity.ts';

/** The joint projects of an organisation, by title. */
export const jointProjectsOfOrganization = loadMany<JointProject & { owner: string }>(
  ({ db }, organizationIds) =>
    db.query(
      `SELECT partner.id AS owner, slug, title, partners AS "partnerIds", since::text AS since,
              source_ids AS "sourceIds", quotation
         FROM joint_project CROSS JOIN unnest(partners) AS partner (id)
        WHERE partners && $1 AND partner.id = ANY($1) ORDER BY title COLLATE extensions.french, slug`,
      [organizationIds],
    ),
  ({ owner }) => owner,
);
