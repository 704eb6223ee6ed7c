import type { FastifyRequest } from 'fastify';
import { HttpRefusal } from '../http/http-refusal.ts';

export const KEY_HEADER = 'x-api-key';
const KEY_PREFIX = 'ess_';

/** What a request presents itself with. */
export type Credential =
  | { kind: 'none' }
  | { kind: 'token'; token: string }
  | { kind: 'key'; secret: string }
  | { kind: 'session'; cookie: string }
  /** An `Authorization` header that is no bearer's. */
  | { kind: 'unreadable' };

/** At most one credential: with two, whose rights would count is a guess. Throws HttpRefusal for two. */
export function credentialOf(request: FastifyRequest, sessionCookie: string): Credential {
  const present: Credential[] = [];
  for (const value of valuesOf(request, 'authorization')) present.push(authorization(value));
  for (const secret of valuesOf(request, KEY_HEADER)) present.push({ kind: 'key', secret });
  const cookie = request.cookies[sessionCookie];
  if (cookie !== undefined && cookie !== '') present.push({ kind: 'session', cookie });
  if (present.length > 1) {
    throw new HttpRefusal(
      400,
      'BAD_REQUEST',
      'La requête porte plusieurs preuves d’identité : gardez le jeton, la clé ou la session.',
    );
  }
  return present[0] ?? { kind: 'none' };
}

function authorization(value: string): Credential {
  const [, token] = /^Bearer +([A-Za-z0-9._~+/=-]+)$/i.exec(value.trim()) ?? [];
  if (token === undefined) return { kind: 'unreadable' };
  return token.startsWith(KEY_PREFIX) ? { kind: 'key', secret: token } : { kind: 'token', token };
}

/** As they were written: Node.js keeps the first `Authorization` of several and says nothing. */
function valuesOf(request: FastifyRequest, name: string): string[] {
  const { rawHeaders } = request.raw;
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name);
}
