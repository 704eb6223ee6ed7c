import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { type ApplicationSeed, anApplication } from '../testing/an-application.fixture.ts';

export type AwardSeed = Omit<ApplicationSeed, 'state'> & {
  cents?: number;
  decidedOn?: string;
  terms?: 'SINGLE' | 'INSTALMENTS';
};

/** An application that was granted an amount, without the verb that does it. Its id. */
export async function anAward(db: EntityManager, seed: AwardSeed = {}): Promise<string> {
  const { cents = 800_000, decidedOn = '2026-06-01', terms = 'INSTALMENTS', ...application } = seed;
  const id = await anApplication(db, { ...application, state: 'AUDITIONED' });
  await db.query(`UPDATE application SET state = 'AWARDED', awarded_cents = $2 WHERE id = $1`, [id, cents]);
  await db.query(
    `INSERT INTO award (application_id, call_id, cents, reference, decided_on, decided_at, decided_by, terms)
     SELECT id, call_id, awarded_cents, $2, $3, $3::date, 'PERSON:agent', $4 FROM application WHERE id = $1`,
    [id, randomUUID(), decidedOn, terms],
  );
  await db.query(
    `UPDATE call SET committed_cents = (SELECT coalesce(sum(awarded_cents), 0) FROM application WHERE call_id = call.id)
      WHERE id = (SELECT call_id FROM application WHERE id = $1)`,
    [id],
  );
  return id;
}

/** What the edition of the fixtures asks of its laureates: after 6 months, and after a year. */
export async function reportsOfEdition(db: EntityManager, callId = 'CALL:4'): Promise<void> {
  await db.query(
    `INSERT INTO report_schedule (call_id, code, position, label, months_after)
     VALUES ($1, 'INTERMEDIATE', 0, 'Point d’étape', 6), ($1, 'FINAL', 1, 'Bilan final', 12)
     ON CONFLICT DO NOTHING`,
    [callId],
  );
}
