import { knownUnder } from '@graphess/reference';
import { loadMany } from '@graphess/subgraph-kit';
import { IS_PUBLISHED } from '../application/application.queries.ts';
import { structuresAppliedFor } from '../application/visible-applications.queries.ts';
import { IS_AGREED } from '../joint-project/joint-project.queries.ts';
import type { PathStep } from './path.type.ts';

/**
 * What grants knows of organisations, under whichever of their ids, by date. What passes between the Département and a
 * structure is for both of them alone.
 */
export const stepsOfOrganization = loadMany<PathStep>(
  ({ db, viewer }, organizationIds) =>
    db.query(
      `WITH known AS (${knownUnder('$1')}),
       file AS (
         SELECT known.asked AS owner, a.id, a.title, a.source_ids, a.submitted_at, call.edition, call.award_year,
                ${IS_PUBLISHED} AS awarded, $2::boolean OR a.organization_id IN (SELECT own.id FROM (${knownUnder('$3')}) own) AS is_theirs
           FROM known JOIN application a ON a.organization_id = known.id AND a.state <> 'DRAFT'
           JOIN call ON call.id = a.call_id),
       step (owner, kind, "on", year, edition, label, "applicationId", "sourceIds", "isPrivate", rank) AS (
         SELECT owner, 'APPLIED', (submitted_at AT TIME ZONE 'Europe/Paris')::date, NULL::int, edition, title, id,
                source_ids, true, 0
           FROM file WHERE is_theirs AND submitted_at IS NOT NULL
         UNION ALL
         SELECT owner, 'AWARDED', award.decided_on, file.award_year, edition, title, id, source_ids, false, 1
           FROM file LEFT JOIN award ON award.application_id = file.id WHERE awarded
         UNION ALL
         SELECT owner, 'AGREED', signed_on, NULL, edition, NULL, id, '{}', true, 2
           FROM file JOIN agreement ON agreement.application_id = file.id WHERE is_theirs
         UNION ALL
         SELECT known.asked, 'SUPPORTED', since, NULL, call.edition, NULL, NULL, support.source_ids, false, 3
           FROM known JOIN support ON support.organization_id = known.id LEFT JOIN call ON call.id = support.call_id
         UNION ALL
         SELECT known.asked, 'JOINED_CLUB', since, NULL, NULL, NULL, NULL, club.source_ids, false, 4
           FROM known JOIN club ON club.organization_id = known.id
         UNION ALL
         SELECT owner, 'PAID', paid_on, NULL, edition, payment.number::text, file.id, '{}', true, 5
           FROM file JOIN payment ON payment.application_id = file.id WHERE is_theirs AND paid_on IS NOT NULL
         UNION ALL
         SELECT owner, 'REPORTED', (decided_at AT TIME ZONE 'Europe/Paris')::date, NULL, edition, report.code, id, '{}',
                false, 6
           FROM file JOIN report ON report.application_id = file.id WHERE awarded AND report.status = 'ACCEPTED'
         UNION ALL
         SELECT DISTINCT known.asked, 'JOINT_PROJECT', since, NULL::int, NULL::int, joint_project.title, NULL,
                joint_project.source_ids, false, 7
           FROM known JOIN joint_project ON known.id = ANY(partners) AND ${IS_AGREED})
       SELECT owner, kind, "on"::text AS "on", coalesce(extract(year FROM "on")::int, year) AS year, edition, label,
              "applicationId", "sourceIds", "isPrivate"
         FROM step ORDER BY coalesce("on", make_date(year, 12, 31)) NULLS LAST, rank, edition, label`,
      [
        organizationIds,
        viewer.roles.some((role) => role === 'agent' || role === 'admin'),
        structuresAppliedFor(viewer),
      ],
    ),
  ({ owner }) => owner,
);
