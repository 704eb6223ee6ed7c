import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { CountedRefusals } from '../journal/counted-refusals.ts';
import { networkOf } from '../journal/network-of.ts';
import { GATEWAY_SERVICE, type ServiceIdentity } from './service-identity.ts';
import { STATEMENT_HEADER } from './sign-statement.ts';
import {
  type Statement,
  StatementRefused,
  verifyStatement,
  type WithoutStatementGuards,
} from './verify-statement.ts';

/** What a refusal of the door asks for (RFC 9110, `WWW-Authenticate`): no answer of a subgraph itself carries it. */
export const STATEMENT_CHALLENGE = 'Statement';

export type Admission = {
  readonly audience: string;
  readonly known: ServiceIdentity['known'];
  /** Paths, as routes name them, that anybody may ask. */
  readonly open: readonly string[];
  /** Paths that siblings ask in their own name; every other one is asked by the gateway for a viewer. */
  readonly siblings: readonly string[];
  readonly refusals: CountedRefusals;
  readonly now?: (() => Date) | undefined;
  readonly without?: WithoutStatementGuards | undefined;
};

/**
 * Lets nothing in without a statement, before any body is read: what is refused costs no more than a signature. Returns
 * the statement of a request that was let in; declare it before the routes.
 */
export function admitStatements(
  app: FastifyInstance,
  admission: Admission,
): (request: object) => Statement | undefined {
  const { audience, known, refusals, without = new Set(), now = () => new Date() } = admission;
  const statements = new WeakMap<object, Statement>();
  app.addHook('onRequest', async (request, reply) => {
    const path = request.routeOptions.url ?? '';
    if (admission.open.includes(path)) return;
    try {
      const statement = await verifyStatement(request.headers[STATEMENT_HEADER], {
        audience,
        known,
        now: now(),
        without,
      });
      const speaker = admission.siblings.includes(path) ? ownName(statement) : viewers(statement);
      if (!speaker && !without.has('statement-issuer')) throw new StatementRefused('ISSUER');
      statements.set(request, statement);
    } catch (error) {
      if (!(error instanceof StatementRefused)) throw error;
      const requestId = randomUUID();
      const { reason } = error;
      const network = networkOf(request.ip);
      const entry = {
        action: 'STATEMENT_REFUSED',
        actorKind: 'visitor',
        actor: null,
        // A route's pattern, never the text of the request.
        target: path === '' ? 'unknown path' : path,
        requestId,
        details: { reason, network },
      };
      void refusals.refused(entry, `STATEMENT_REFUSED ${reason} ${network}`);
      return reply.code(401).header('www-authenticate', STATEMENT_CHALLENGE).send(refused(requestId));
    }
  });
  return (request) => statements.get(request);
}

function ownName({ service, viewer }: Statement): boolean {
  return viewer.kind === 'service' && viewer.subject === service;
}

function viewers({ service }: Statement): boolean {
  return service === GATEWAY_SERVICE;
}

function refused(requestId: string) {
  return {
    errors: [
      {
        message: 'Ce service ne répond qu’à la passerelle.',
        extensions: { code: 'UNAUTHENTICATED', requestId },
      },
    ],
  };
}
