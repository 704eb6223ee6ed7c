import { hkdfSync, randomUUID } from 'node:crypto';
import { ROLES, type Role } from '@graphess/platform';
import { decodeJwt, EncryptJWT, type JWTPayload, jwtDecrypt, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { WithoutGuards } from '../guards.ts';
import { refusalOf, TokenRefused } from './token-refused.ts';

/** A working day: then the provider is asked again. */
export const SESSION_SECONDS = 8 * 3600;

const SESSION_TYPE = 'graphess-session+jwt';
const claims = z.object({
  sub: z.string(),
  roles: z.array(z.enum(ROLES)),
  organization: z.string().nullable(),
  jti: z.string(),
  exp: z.number(),
});

/** Who a browser signed in as: no name and no address, since a cookie is kept by whoever holds the machine. */
export type Session = {
  readonly id: string;
  readonly subject: string;
  readonly roles: readonly Role[];
  readonly organization: string | null;
  /** Seconds of the epoch. */
  readonly expiresAt: number;
};

export type SessionKeeper = {
  seal(person: Pick<Session, 'subject' | 'roles' | 'organization'>): Promise<string>;
  /** Throws TokenRefused for what this platform has not signed, or no longer. */
  open(cookie: string): Promise<Session>;
  /** A text that only this platform reads, for `seconds`. */
  encrypt(purpose: string, content: JWTPayload, seconds: number): Promise<string>;
  /** Null for what cannot be read. */
  decrypt(purpose: string, text: string): Promise<JWTPayload | null>;
};

export function sessionKeeper(secret: string, origin: () => string, without: WithoutGuards): SessionKeeper {
  const keyFor = (purpose: string) =>
    new Uint8Array(hkdfSync('sha256', secret, '', `graphess ${purpose}`, 32));
  const signing = keyFor('session');
  const encrypting = keyFor('sealed text');
  return {
    seal: ({ subject, roles, organization }) =>
      new SignJWT({ roles, organization })
        .setProtectedHeader({ alg: 'HS256', typ: SESSION_TYPE })
        .setSubject(subject)
        .setIssuer(origin())
        .setJti(randomUUID())
        .setIssuedAt()
        .setExpirationTime(`${SESSION_SECONDS} s`)
        .sign(signing),

    async open(cookie) {
      try {
        const payload = without.has('session-signature')
          ? decodeJwt(cookie)
          : (
              await jwtVerify(cookie, signing, {
                algorithms: ['HS256'],
                typ: SESSION_TYPE,
                issuer: origin(),
                maxTokenAge: SESSION_SECONDS,
              })
            ).payload;
        const read = claims.safeParse(payload);
        if (!read.success) throw new TokenRefused('MALFORMED');
        const { sub: subject, roles, organization, jti: id, exp: expiresAt } = read.data;
        return { id, subject, roles, organization, expiresAt };
      } catch (error) {
        throw refusalOf(error);
      }
    },

    encrypt: (purpose, content, seconds) =>
      new EncryptJWT(content)
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setAudience(purpose)
        .setIssuer(origin())
        .setExpirationTime(`${seconds} s`)
        .encrypt(encrypting),

    async decrypt(purpose, text) {
      try {
        const { payload } = await jwtDecrypt(text, encrypting, { audience: purpose, issuer: origin() });
        return payload;
      } catch (error) {
        refusalOf(error);
        return null;
      }
    },
  };
}
