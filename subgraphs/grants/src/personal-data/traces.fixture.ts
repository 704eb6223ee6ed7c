import type { EntityManager } from 'typeorm';
import { anApplication } from '../testing/an-application.fixture.ts';

/** What a person leaves behind: their subject, what they wrote, and their name and address in a form. */
export const SUBJECT = 'PERSON:canari';
export const EMAIL = 'canari@example.org';
export const MARK = 'CANARI-7f3a';
const SOMEBODY_ELSE = 'PERSON:autre';

type Traced = 'AWARDED' | 'REJECTED' | 'DRAFT';

/** An application in which one person did and wrote all that there is to do and write. Its id. */
export async function tracedApplication(db: EntityManager, state: Traced): Promise<string> {
  const id = await anApplication(db, { state });
  const content = { structure: { name: 'BicyclAide', contact: { name: `${MARK} Nom`, email: EMAIL } } };
  await db.query('INSERT INTO application_form VALUES ($1, $2, $3)', [id, content, '2025-12-01']);
  await db.query(`INSERT INTO application_form_version VALUES ($1, 1, '2025-12-01', repeat('a', 64), $2)`, [
    id,
    content,
  ]);
  await db.query(
    `INSERT INTO attachment (id, application_id, kind, file_name, bytes, sha256, signature_hash, created_at, expires_at)
     VALUES (gen_random_uuid(), $1, 'OTHER', $2, 10, repeat('b', 64), '', '2025-12-01', '2025-12-01')`,
    [id, `${MARK}.pdf`],
  );
  if (state === 'DRAFT') return id;
  await instructed(db, id);
  await db.query(
    `INSERT INTO letter (id, application_id, kind, template_version, sha256, bytes, issued_at)
     VALUES (gen_random_uuid(), $1, $2, 1, repeat('c', 64), 10, '2026-01-11')`,
    [id, state === 'AWARDED' ? 'AWARD' : 'REFUSAL'],
  );
  if (state === 'AWARDED') await followed(db, id);
  return id;
}

async function instructed(db: EntityManager, id: string): Promise<void> {
  for (const [action, at] of [
    ['REQUEST_INFORMATION', '2025-12-02'],
    ['REJECT', '2026-01-10'],
  ]) {
    await db.query(
      `INSERT INTO application_transition (application_id, action, from_state, to_state, at, actor_role, actor, reason, journal_seq)
       VALUES ($1, $2, 'SUBMITTED', 'REJECTED', $3, 'agent', $4, $5, append_to_journal('TEST', 'person', $4, $1, 'r', '{}'))`,
      [id, action, at, SUBJECT, `${MARK} motif`],
    );
  }
  await db.query(
    `INSERT INTO information_request (application_id, number, reason, points, requested_at, answered_at)
     VALUES ($1, 1, $2, ARRAY[$2], '2025-12-02', '2025-12-03')`,
    [id, `${MARK} question`],
  );
  const [{ assignment }]: [{ assignment: string }] = await db.query(
    `INSERT INTO review_assignment (id, application_id, reviewer, assigned_at, assigned_by, declared_at)
     VALUES (gen_random_uuid(), $1, $2, '2025-12-02', $2, '2025-12-03') RETURNING id AS assignment`,
    [id, SUBJECT],
  );
  await db.query(`INSERT INTO conflict_lift VALUES ($1, 'CLUB', $2, '2025-12-03', $3)`, [
    assignment,
    `${MARK} lien`,
    SUBJECT,
  ]);
  await db.query('UPDATE review_assignment SET recusal_reason = $2 WHERE id = $1', [
    assignment,
    `${MARK} récusation`,
  ]);
  await db.query(
    `INSERT INTO evaluation_criterion VALUES ('CALL:4', 'IMPACT', 0, 'Impact', 'Impact', 1, 5) ON CONFLICT DO NOTHING`,
  );
  await db.query(
    `INSERT INTO review (assignment_id, application_id, call_id, comment, saved_at) VALUES ($1, $2, 'CALL:4', $3, '2025-12-04')`,
    [assignment, id, `${MARK} avis`],
  );
  await db.query(`INSERT INTO review_score VALUES ($1, 'CALL:4', 'IMPACT', 5, 4, $2)`, [
    assignment,
    `${MARK} note`,
  ]);
  await db.query(`UPDATE review SET submitted_at = '2025-12-05' WHERE assignment_id = $1`, [assignment]);
}

async function followed(db: EntityManager, id: string): Promise<void> {
  await db.query('UPDATE application SET awarded_cents = 500000 WHERE id = $1', [id]);
  await db.query(
    `INSERT INTO award VALUES ($1, 'CALL:4', 500000, $1, '2026-01-10', '2026-01-10', $2, 'SINGLE')`,
    [id, SUBJECT],
  );
  await db.query(
    `INSERT INTO report (application_id, code, status, summary, submitted_at, submitted_by, decided_at, decided_by, reason)
     VALUES ($1, 'INTERIM', 'RETURNED', 'Bilan', '2026-06-01', $2, '2026-06-02', $2, $3),
            ($1, 'FINAL', 'ACCEPTED', 'Bilan', '2026-12-01', $2, '2026-12-02', $2, NULL)`,
    [id, SUBJECT, `${MARK} renvoi`],
  );
  await db.query(
    `INSERT INTO payment (id, application_id, number, cents, due_on, paid_on, reference, recorded_by, recorded_at, after_report)
     VALUES (gen_random_uuid(), $1, 1, 500000, '2026-12-10', '2026-12-10', 'MANDAT-2', $2, '2026-12-10', 'FINAL')`,
    [id, SUBJECT],
  );
  for (const [recordedBy, cancelledBy] of [
    [SUBJECT, SOMEBODY_ELSE],
    [SOMEBODY_ELSE, SUBJECT],
  ]) {
    await db.query(
      `INSERT INTO payment_cancellation
         (application_id, number, cents, paid_on, reference, recorded_by, recorded_at, cancelled_by, cancelled_at, reason)
       VALUES ($1, 1, 500000, '2026-12-08', 'MANDAT-1', $2, '2026-12-08', $3, '2026-12-09', $4)`,
      [id, recordedBy, cancelledBy, cancelledBy === SUBJECT ? `${MARK} annulation` : 'Erreur'],
    );
  }
}

/** What the same person did beside applications. */
export async function tracesElsewhere(db: EntityManager): Promise<void> {
  await db.query(
    `INSERT INTO juror (call_id, subject, added_at, added_by) VALUES ('CALL:4', $1, '2025-12-01', $1)`,
    [SUBJECT],
  );
  await db.query(
    `INSERT INTO support (id, organization_id, partner_id, since, source_ids, recorded_by)
     VALUES (gen_random_uuid(), 'ORG:bicyclaide', 'ORG:kpmg', '2026-01-10', '{}', $1)`,
    [SUBJECT],
  );
  await db.query(
    `INSERT INTO club_member (organization_id, source_ids, left_on, recorded_by) VALUES ('ORG:partie', '{}', '2026-01-10', $1)`,
    [SUBJECT],
  );
  await db.query(
    `INSERT INTO joint_project (slug, title, summary, partners, source_ids, proposed_by, confirmed_by)
     VALUES ('joint-canari', 'Projet', 'Projet', '{ORG:bicyclaide,ORG:partie}', '{}', $1, '{ORG:bicyclaide}')`,
    [SUBJECT],
  );
  await db.query(
    `INSERT INTO idempotency_key (owner, operation, key, body_hash) VALUES ($1, 'leaveClub', 'canari', 'hash')`,
    [SUBJECT],
  );
}
