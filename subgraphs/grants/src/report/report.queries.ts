import { type KeysetList, loadMany } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { APPLICATION_COLUMNS } from '../application/application.queries.ts';
import type { ReportDue } from './report.type.ts';

type ScheduledReport = Omit<ReportDue, 'dueOn' | 'status'> & {
  monthsAfter: number;
  decidedOn: string;
  stored: 'RECEIVED' | 'RETURNED' | 'ACCEPTED' | null;
  decidedAt: Date | null;
};

/** The reports that an edition asks of an application, and what was sent of them, the first due first. */
export const scheduledOfApplication = loadMany<ScheduledReport>(
  ({ db }, applicationIds) =>
    db.query(
      `SELECT award.application_id AS "applicationId", s.code, s.label, s.months_after AS "monthsAfter",
              award.decided_on::text AS "decidedOn", r.status AS stored, coalesce(r.version, 0) AS version, r.summary,
              r.submitted_at AS "submittedAt", r.decided_at AS "decidedAt", r.reason
         FROM award
         JOIN report_schedule s ON s.call_id = award.call_id
         LEFT JOIN report r ON r.application_id = award.application_id AND r.code = s.code
        WHERE award.application_id = ANY($1) ORDER BY s.months_after, s.position, s.code`,
      [applicationIds],
    ),
  ({ applicationId }) => applicationId,
);

/**
 * What `reportOn` calls late, of every laureate on the Paris day `today`, the longest due first. A report that came back
 * is due `daysToCorrect` days after its return.
 */
export function lateReportsOn(today: string, daysToCorrect: number): KeysetList {
  return {
    name: 'lateReports/DUE_ASC',
    sql: `SELECT ${APPLICATION_COLUMNS}, late.code, late.label, late.due_on::text AS "dueOn", late.due_on
            FROM (SELECT award.application_id, s.code, s.label, r.status,
                         greatest(
                           (award.decided_on + make_interval(months => s.months_after))::date,
                           CASE WHEN r.status = 'RETURNED'
                                THEN (r.decided_at AT TIME ZONE 'Europe/Paris')::date + $2::int END) AS due_on
                    FROM award
                    JOIN report_schedule s ON s.call_id = award.call_id
                    LEFT JOIN report r ON r.application_id = award.application_id AND r.code = s.code) late
            JOIN application a ON a.id = late.application_id AND a.state = 'AWARDED'
           WHERE late.due_on < $1::date AND (late.status IS NULL OR late.status = 'RETURNED')`,
    params: [today, daysToCorrect],
    order: [
      { sql: 'q.due_on', type: 'date', notNull: true },
      { sql: 'q.id', type: 'text', notNull: true },
      { sql: 'q.code', type: 'text', notNull: true },
    ],
  };
}

export type StoredReport = { version: number; status: 'RECEIVED' | 'RETURNED' | 'ACCEPTED' };

/** A report that was sent, held by the lock of its application; null before. */
export async function findReport(
  tx: EntityManager,
  applicationId: string,
  code: string,
): Promise<StoredReport | null> {
  const [found]: StoredReport[] = await tx.query(
    'SELECT version, status FROM report WHERE application_id = $1 AND code = $2',
    [applicationId, code],
  );
  return found ?? null;
}

export async function isReportAccepted(
  tx: EntityManager,
  applicationId: string,
  code: string,
): Promise<boolean> {
  return (await findReport(tx, applicationId, code))?.status === 'ACCEPTED';
}
