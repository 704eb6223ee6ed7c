import { knownUnder } from '@graphess/reference';
import { loadMany } from '@graphess/subgraph-kit';
import type { Theme } from '../theme/theme.entity.ts';
import type { Application } from './application.entity.ts';

/** The columns of an application `a`, under the names of its entity. */
export const APPLICATION_COLUMNS = `
  a.id, a.call_id AS "callId", a.number, a.organization_id AS "organizationId", a.applicant_name AS "applicantName",
  a.title, a.summary, a.area_as_stated AS "areaAsStated", a.action_territories AS "actionTerritoryIds",
  a.funded_items AS "fundedItems", a.public_info AS "publicInfo", a.state,
  a.version, a.created_at AS "createdAt", a.updated_at AS "updatedAt", a.submitted_at AS "submittedAt",
  a.requested_cents::float8 AS "requestedCents", a.awarded_cents::float8 AS "awardedCents",
  a.applicant_siret AS "applicantSiret", a.applicant_rna AS "applicantRna",
  a.applicant_legal_form AS "applicantLegalForm", a.project_total_cents::float8 AS "projectTotalCents",
  a.is_demonstration AS "isDemonstration", a.source_ids AS "sourceIds"`;

/**
 * What anybody may see of an application `a`: the state of being a laureate makes it public, invented or not. Lists, and
 * what a list adds up to, show both.
 */
export const IS_PUBLISHED = `a.state = 'AWARDED'`;

/** Published and real: what may be compared with the number of laureates that an edition announces. */
export const IS_PUBLISHED_FACT = `${IS_PUBLISHED} AND NOT a.is_demonstration`;

/** The published applications of an organisation, under whichever of its ids, by edition then id. */
export const publishedApplicationsOfOrganization = loadMany<Application & { owner: string }>(
  ({ db }, organizationIds) =>
    db.query(
      `SELECT known.asked AS owner, ${APPLICATION_COLUMNS}
         FROM application a
         JOIN (${knownUnder('$1')}) known ON known.id = a.organization_id
         JOIN call ON call.id = a.call_id
        WHERE ${IS_PUBLISHED} ORDER BY call.edition, a.id`,
      [organizationIds],
    ),
  ({ owner }) => owner,
);

/** The themes an application answers to, in the order of its call. */
export const themesOfApplication = loadMany<Theme & { applicationId: string }>(
  ({ db }, applicationIds) =>
    db.query(
      `SELECT answer.application_id AS "applicationId", theme.call_id AS "callId", theme.code,
              theme.parent_code AS "parentCode", theme.position, theme.label
         FROM application_theme answer
         JOIN theme ON theme.call_id = answer.call_id AND theme.code = answer.theme_code
        WHERE answer.application_id = ANY($1) ORDER BY theme.position, theme.code`,
      [applicationIds],
    ),
  ({ applicationId }) => applicationId,
);
