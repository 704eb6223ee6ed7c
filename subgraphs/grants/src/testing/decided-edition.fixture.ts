import type { EntityManager } from 'typeorm';
import { type ApplicationSeed, anApplication } from './an-application.fixture.ts';

export type AwardSeed = ApplicationSeed & {
  reference: string;
  cents: number;
  siret?: string | null;
  rna?: string | null;
  terms?: 'SINGLE' | 'INSTALMENTS';
  /** Instalments, in cents and days. */
  payments?: readonly (readonly [cents: number, dueOn: string, paidOn: string | null])[];
  agreement?: { signedOn: string; startsOn: string; endsOn: string };
};

/** A laureate whose award was decided here on 16 March 2026, without the verbs that lead there. Its id. */
export async function anAward(db: EntityManager, seed: AwardSeed): Promise<string> {
  const { reference, cents, siret = null, rna = null, terms = 'SINGLE', payments = [], agreement } = seed;
  const id = await anApplication(db, { ...seed, state: 'AWARDED' });
  await db.query(
    'UPDATE application SET awarded_cents = $2, applicant_siret = $3, applicant_rna = $4 WHERE id = $1',
    [id, cents, siret, rna],
  );
  await db.query(
    `INSERT INTO award (application_id, call_id, cents, reference, decided_on, decided_at, decided_by, terms)
     SELECT id, call_id, $2, $3, '2026-03-16', '2026-03-16T10:00:00Z', 'PERSON:agent', $4 FROM application WHERE id = $1`,
    [id, cents, reference, terms],
  );
  if (agreement !== undefined) {
    await db.query(
      'INSERT INTO agreement (application_id, signed_on, starts_on, ends_on) VALUES ($1, $2, $3, $4)',
      [id, agreement.signedOn, agreement.startsOn, agreement.endsOn],
    );
  }
  for (const [index, [amount, dueOn, paidOn]] of payments.entries()) {
    await db.query(
      `INSERT INTO payment (id, application_id, number, cents, due_on, paid_on, reference, recorded_by, recorded_at)
       SELECT gen_random_uuid(), $1, $2, $3, $4, paid, 'MANDAT-' || extract(year FROM paid),
              CASE WHEN paid IS NULL THEN NULL ELSE 'PERSON:agent' END, paid
         FROM (SELECT $5::date AS paid) payment`,
      [id, index + 1, amount, dueOn, paidOn],
    );
  }
  return id;
}
