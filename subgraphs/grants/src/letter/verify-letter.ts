import type { EntityManager } from 'typeorm';
import { letterInForce } from './letter.queries.ts';
import type { LetterVerification } from './letter.type.ts';

/** What a file is worth, by its hash. Of what is not in force it tells nothing: not even that it once was. */
export async function verifyLetter(db: EntityManager, sha256: string): Promise<LetterVerification> {
  const letter = await letterInForce(db, sha256);
  return {
    verified: letter !== null,
    kind: letter?.kind ?? null,
    issuedAt: letter?.issuedAt ?? null,
  };
}
