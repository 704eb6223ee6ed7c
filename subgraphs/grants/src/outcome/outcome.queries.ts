import { loadMany } from '@graphess/subgraph-kit';
import type { Outcome } from './outcome.type.ts';

const OUTCOME = `
  SELECT o.application_id AS "applicationId", o.report_code AS "reportCode", o.code, o.label, o.unit,
         o.planned::float8 AS planned, o.achieved::float8 AS achieved
    FROM outcome o`;

/** What laureates declared in reports that the Département accepted, the oldest report first. */
export const acceptedOutcomesOfApplication = loadMany<Outcome>(
  ({ db }, applicationIds) =>
    db.query(
      `${OUTCOME} JOIN report r ON r.application_id = o.application_id AND r.code = o.report_code
        WHERE o.application_id = ANY($1) AND r.status = 'ACCEPTED'
        ORDER BY r.decided_at, o.report_code, o.position`,
      [applicationIds],
    ),
  ({ applicationId }) => applicationId,
);

/** Everything that an application declared, accepted or not, by report. */
export const declaredOutcomesOfApplication = loadMany<Outcome>(
  ({ db }, applicationIds) =>
    db.query(`${OUTCOME} WHERE o.application_id = ANY($1) ORDER BY o.report_code, o.position`, [
      applicationIds,
    ]),
  ({ applicationId }) => applicationId,
);
