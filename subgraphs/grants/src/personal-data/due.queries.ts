import type { EntityManager } from 'typeorm';
import type { PurposeCode } from './standard-purposes.ts';

/** The applications whose personal data served a purpose, from the instant that its months are counted from. */
const SERVED: Readonly<Record<PurposeCode, string>> = {
  DRAFTS: `SELECT a.id, coalesce(a.updated_at, a.created_at) AS since FROM application a
            WHERE a.state = 'DRAFT' AND a.created_at IS NOT NULL`,
  NOT_FUNDED: `SELECT a.id, last.at AS since FROM application a
                 JOIN LATERAL (SELECT max(t.at) AS at FROM application_transition t WHERE t.application_id = a.id) last
                   ON last.at IS NOT NULL
                WHERE a.state IN ('REJECTED', 'INELIGIBLE', 'WITHDRAWN')`,
  FUNDED: `SELECT a.id, award.decided_at AS since FROM application a JOIN award ON award.application_id = a.id
            WHERE a.state = 'AWARDED'`,
};

/** The applications whose months are over at an instant, and that were not blanked yet, held until the transaction ends. */
export async function applicationsDue(
  tx: EntityManager,
  purpose: PurposeCode,
  { now, keptMonths }: { now: Date; keptMonths: number },
): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `SELECT a.id FROM application a JOIN (${SERVED[purpose]}) served ON served.id = a.id
      WHERE a.personal_data_erased_at IS NULL
        AND served.since AT TIME ZONE 'Europe/Paris' + make_interval(months => $2)
            <= $1::timestamptz AT TIME ZONE 'Europe/Paris'
      ORDER BY a.id FOR UPDATE OF a`,
    [now, keptMonths],
  );
  return rows.map(({ id }) => id);
}
