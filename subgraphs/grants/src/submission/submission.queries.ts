import { loadOne } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { Verdict } from '../eligibility/eligibility.type.ts';

export type Submission = {
  applicationId: string;
  receiptId: string;
  number: number;
  at: Date;
  sha256: string;
  verdict: Verdict;
  rulesVersion: string;
  toCheck: string[];
};

const COLUMNS = `s.application_id AS "applicationId", s.receipt_id AS "receiptId", s.number, s.at, s.sha256, s.verdict,
  s.rules_version AS "rulesVersion", s.to_check AS "toCheck"`;

export const submissionOf = loadOne<Submission>(
  ({ db }, applicationIds) =>
    db.query(`SELECT ${COLUMNS} FROM submission s WHERE s.application_id = ANY($1)`, [applicationIds]),
  ({ applicationId }) => applicationId,
);

export async function submissionOfReceipt(db: EntityManager, receiptId: string): Promise<Submission | null> {
  const [found]: Submission[] = await db.query(
    `SELECT ${COLUMNS} FROM submission s WHERE s.receipt_id = $1`,
    [receiptId],
  );
  return found ?? null;
}

/** Gives an application the next number of its call, whose row the transaction holds: no number is skipped or given twice. */
export async function giveNumber(
  tx: EntityManager,
  { id, callId }: { id: string; callId: string },
  now: Date,
): Promise<number> {
  const [[row]]: [{ number: number }[], number] = await tx.query(
    `UPDATE application SET submitted_at = $3,
            number = (SELECT coalesce(max(number), 0) + 1 FROM application WHERE call_id = $2)
      WHERE id = $1 RETURNING number`,
    [id, callId, now],
  );
  if (row === undefined) throw new TypeError('An application that is held is gone');
  return row.number;
}

export async function insertSubmission(tx: EntityManager, submission: Submission): Promise<void> {
  const { applicationId, receiptId, number, at, sha256, verdict, rulesVersion, toCheck } = submission;
  await tx.query(
    `INSERT INTO submission (application_id, receipt_id, number, at, sha256, verdict, rules_version, to_check)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [applicationId, receiptId, number, at, sha256, verdict, rulesVersion, toCheck],
  );
}
