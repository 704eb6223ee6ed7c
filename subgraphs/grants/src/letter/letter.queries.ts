import { loadMany } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { Application } from '../application/application.entity.ts';
import type { Letter } from './letter.type.ts';
import type { LetterFacts } from './letter-facts.ts';

const COLUMNS = `l.id, l.application_id AS "applicationId", l.kind, l.template_version AS "templateVersion", l.sha256,
  l.issued_at AS "issuedAt", l.revoked_at AS "revokedAt"`;

/** Where the storage keeps a letter. */
export const keyOfLetter = (id: string) => `letters/${id}`;

/** The letters of applications, the oldest first. */
export const lettersOfApplication = loadMany<Letter>(
  ({ db }, applicationIds) =>
    db.query(`SELECT ${COLUMNS} FROM letter l WHERE l.application_id = ANY($1) ORDER BY l.issued_at, l.id`, [
      applicationIds,
    ]),
  ({ applicationId }) => applicationId,
);

/** A letter by its id; null when there is none. */
export async function findLetter(db: EntityManager, id: string): Promise<Letter | null> {
  const [letter]: Letter[] = await db.query(`SELECT ${COLUMNS} FROM letter l WHERE l.id::text = $1`, [id]);
  return letter ?? null;
}

/** The letter in force whose file has a hash; null when there is none. */
export async function letterInForce(db: EntityManager, sha256: string): Promise<Letter | null> {
  const [letter]: Letter[] = await db.query(
    `SELECT ${COLUMNS} FROM letter l WHERE l.sha256 = $1 AND l.revoked_at IS NULL`,
    [sha256],
  );
  return letter ?? null;
}

type Decided = Pick<Application, 'id' | 'callId' | 'state' | 'applicantName' | 'title'>;

/** What a letter of the decision in force has to say; null when none is known, or a refusal has no reason. */
export async function factsOfDecision(
  tx: EntityManager,
  { id, callId, state, applicantName, title }: Decided,
  issuedAt: Date,
): Promise<LetterFacts | null> {
  const [call]: { title: string; edition: number }[] = await tx.query(
    'SELECT title, edition FROM call WHERE id = $1',
    [callId],
  );
  if (call === undefined) return null;
  const common = {
    ...{ callTitle: call.title, edition: call.edition },
    ...{ applicantName, projectTitle: title, issuedAt },
  };
  if (state === 'AWARDED') {
    const [award]: { cents: number; reference: string; terms: string }[] = await tx.query(
      'SELECT cents::float8 AS cents, reference, terms FROM award WHERE application_id = $1',
      [id],
    );
    return award === undefined ? null : { kind: 'AWARD', ...common, ...award };
  }
  if (state !== 'REJECTED') return null;
  const [step]: { reason: string | null }[] = await tx.query(
    'SELECT reason FROM application_transition WHERE application_id = $1 ORDER BY id DESC LIMIT 1',
    [id],
  );
  const reason = step?.reason ?? null;
  return reason === null ? null : { kind: 'REFUSAL', ...common, reason };
}
