import { createHash } from 'node:crypto';
import type { JWTPayload } from 'jose';

/**
 * The name of a person in the graph: stable, and telling nothing of them. ProConnect's `sub` is unique for one identity
 * provider behind it, `idp_id`, alone (https://partenaires.proconnect.gouv.fr/docs).
 */
export function subjectOf(issuer: string, claims: JWTPayload): string {
  const own = JSON.stringify([issuer, claims['idp_id'] ?? null, claims.sub]);
  return `PERSON:${createHash('sha256').update(own).digest('base64url').slice(0, 32)}`;
}
