import { loadMany, loadOne } from '@graphess/subgraph-kit';
import type { EvaluationCriterion } from '../criterion/criterion.type.ts';
import type { ScheduledReport } from '../report-schedule/scheduled-report.type.ts';
import type { CallCounted } from './call-counted.type.ts';
import type { Document } from './call-figures.type.ts';
import type { RulesVersion } from './rules-version.type.ts';

export const criteriaOfCall = loadMany<EvaluationCriterion>(
  ({ db }, callIds) =>
    db.query(
      `SELECT call_id AS "callId", code, label, description, weight::float8 AS weight, max_score AS "maxScore"
         FROM evaluation_criterion WHERE call_id = ANY($1) ORDER BY position, code`,
      [callIds],
    ),
  ({ callId }) => callId,
);

export const reportsOfCall = loadMany<ScheduledReport>(
  ({ db }, callIds) =>
    db.query(
      `SELECT call_id AS "callId", code, label, months_after AS "monthsAfter"
         FROM report_schedule WHERE call_id = ANY($1) ORDER BY position, code`,
      [callIds],
    ),
  ({ callId }) => callId,
);

export const documentsOfCall = loadMany<Document & { callId: string }>(
  ({ db }, callIds) =>
    db.query(
      `SELECT call_id AS "callId", title, url, sha256 FROM call_document WHERE call_id = ANY($1) ORDER BY position`,
      [callIds],
    ),
  ({ callId }) => callId,
);

export const rulesVersionsOfCall = loadMany<RulesVersion & { callId: string }>(
  ({ db }, callIds) =>
    db.query(
      `SELECT call_id AS "callId", version, since, open_to AS "openTo", action_within AS "actionWithin", rules
         FROM eligibility_version WHERE call_id = ANY($1) ORDER BY since, version`,
      [callIds],
    ),
  ({ callId }) => callId,
);

/** What became of the applications that were filed here, by call; real ones alone. */
export const filedHere = loadOne<CallCounted & { callId: string }>(
  ({ db }, callIds) =>
    db.query(
      `SELECT a.call_id AS "callId", count(*)::int AS applications,
              (count(*) FILTER (WHERE a.state <> 'INELIGIBLE'))::int AS eligible,
              (count(*) FILTER (WHERE a.state = 'SHORTLISTED' OR reached.steps && '{SHORTLISTED}'))::int AS shortlisted,
              (count(*) FILTER (WHERE a.state = 'AUDITIONED' OR reached.steps && '{AUDITIONED}'))::int AS auditioned,
              (count(*) FILTER (WHERE a.state = 'AWARDED'))::int AS awarded,
              (count(*) FILTER (WHERE a.state IN ('SUBMITTED', 'UNDER_REVIEW', 'MORE_INFO_REQUESTED', 'SHORTLISTED',
                                                  'AUDITIONED', 'WAITLISTED')))::int AS pending
         FROM application a
         LEFT JOIN LATERAL (SELECT array_agg(t.to_state) AS steps FROM application_transition t
                             WHERE t.application_id = a.id) reached ON true
        WHERE a.call_id = ANY($1) AND a.state <> 'DRAFT' AND NOT a.is_demonstration
        GROUP BY a.call_id`,
      [callIds],
    ),
  ({ callId }) => callId,
);
