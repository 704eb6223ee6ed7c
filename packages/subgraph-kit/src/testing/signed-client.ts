import { randomUUID } from 'node:crypto';
import type { ServiceIdentity } from '../statement/service-identity.ts';
import { STATEMENT_HEADER, signStatement } from '../statement/sign-statement.ts';
import { VISITOR, type Viewer } from '../viewer.ts';

/** `fetch` towards one subgraph, with a statement made anew for each request. Paths are relative to its address. */
export type SignedClient = (path: string | URL, init?: RequestInit) => Promise<Response>;

type Addressee = {
  /** Where the subgraph listens, and its name. */
  url: string;
  audience: string;
  /** Who signs: the gateway, unless the test is about another. */
  identity: ServiceIdentity;
  viewer?: Viewer;
  requestId?: string;
  /** The instant of the signature. */
  now?: Date;
};

/** Asks a subgraph as the gateway does: for audits, and for tests of what lies behind the door. */
export function signedClient(addressee: Addressee): SignedClient {
  const { url, audience, identity, viewer = VISITOR, requestId, now } = addressee;
  return async (path, init = {}) => {
    const statement = await signStatement(
      identity,
      { audience, viewer, requestId: requestId ?? randomUUID() },
      now,
    );
    const headers = new Headers(init.headers);
    headers.set(STATEMENT_HEADER, statement);
    return fetch(new URL(path, url), { ...init, headers });
  };
}
