import { knownUnder } from '@graphess/reference';
import { loadMany } from '@graphess/subgraph-kit';
import type { JointProject } from './joint-project.entity.ts';

/** The joint projects of an organisation, under whichever of its ids, by title. */
export const jointProjectsOfOrganization = loadMany<JointProject & { owner: string }>(
  ({ db }, organizationIds) =>
    db.query(
      `SELECT known.asked AS owner, slug, title, partners AS "partnerIds", since::text AS since,
              source_ids AS "sourceIds", quotation
         FROM (SELECT asked, array_agg(id) AS ids FROM (${knownUnder('$1')}) each GROUP BY asked) known
         JOIN joint_project ON partners && known.ids
        ORDER BY title COLLATE extensions.french, slug`,
      [organizationIds],
    ),
  ({ owner }) => owner,
);
