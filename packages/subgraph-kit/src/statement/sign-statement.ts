import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Viewer } from '../viewer.ts';
import { type ServiceIdentity, STATEMENT_ALGORITHM } from './service-identity.ts';

/** The header that carries a statement from a service to another. */
export const STATEMENT_HEADER = 'x-graphess-statement';

/** Tells a statement from any other JWT that one of these keys may sign one day (RFC 8725, explicit typing). */
export const STATEMENT_TYPE = 'viewer+jwt';

export const STATEMENT_SECONDS = 30;

export type StatementContent = {
  /** The subgraph that is addressed, by its name. */
  readonly audience: string;
  readonly viewer: Viewer;
  readonly requestId: string;
};

/**
 * Says to one subgraph, for 30 seconds, who asks: a JWT signed with the service's own key. `now` is the instant of the
 * machine, never the platform's clock, which may be set.
 */
export function signStatement(
  identity: ServiceIdentity,
  { audience, viewer, requestId }: StatementContent,
  now: Date = new Date(),
): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  return new SignJWT({
    kind: viewer.kind,
    ...(viewer.subject === null ? {} : { sub: viewer.subject }),
    roles: [...viewer.roles],
    scopes: [...viewer.scopes],
    ...(viewer.organization === null ? {} : { org: viewer.organization }),
    rid: requestId,
  })
    .setProtectedHeader({ alg: STATEMENT_ALGORITHM, kid: identity.kid, typ: STATEMENT_TYPE })
    .setIssuer(identity.service)
    .setAudience(audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + STATEMENT_SECONDS)
    .setJti(randomUUID())
    .sign(identity.privateKey);
}

/** What a service says when it asks a sibling in its own name. */
export function serviceViewer({ service }: Pick<ServiceIdentity, 'service'>): Viewer {
  return { kind: 'service', subject: service, roles: [], scopes: [], organization: null };
}
