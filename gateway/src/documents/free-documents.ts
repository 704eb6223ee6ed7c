import type { ApolloServerPlugin } from '@apollo/server';
import { Fault, type Viewer } from '@graphess/subgraph-kit';
import type { GatewayContext } from '../gateway-context.ts';
import { REGISTERED } from './document-hook.ts';
import type { TrustedDocuments } from './trusted-documents.ts';

/** Who may send a document of their own: everyone, whoever is signed in or has a key, or nobody. */
export type FreeDocuments = 'everyone' | 'known' | 'nobody';

type Request = {
  contextValue: { viewer: Viewer };
  queryHash?: string | undefined;
  request: { extensions?: Record<string, unknown> };
};

/**
 * Why a request may not run its document, null when it may. A trusted document is known by its text, however it came.
 * UNAUTHENTICATED tells a visitor what to do; to a client that sent the document with its hash, hoping that it would be
 * stored, PERSISTED_QUERY_NOT_SUPPORTED says that it will not.
 */
export function refusalOfDocument(
  { contextValue: { viewer }, queryHash, request }: Request,
  policy: { documents: TrustedDocuments; free: FreeDocuments },
): Fault | null {
  if (policy.free === 'everyone' || policy.documents.has(queryHash ?? '')) return null;
  if (policy.free === 'known' && viewer.kind !== 'visitor') return null;
  if (request.extensions?.[REGISTERED] === true) {
    return new Fault(
      'PERSISTED_QUERY_NOT_SUPPORTED',
      'Ce document n’est pas l’un de ceux que la plateforme connaît, et elle n’en retient pas d’autres.',
      { http: { status: 400 } },
    );
  }
  return policy.free === 'known'
    ? new Fault(
        'UNAUTHENTICATED',
        'Connectez-vous, ou présentez une clé, pour envoyer un document de votre composition.',
        { http: { status: 401 } },
      )
    : new Fault('FORBIDDEN', 'Seuls les documents que la plateforme connaît sont acceptés.', {
        http: { status: 403 },
      });
}

/** The same check for a document that was validated before, for somebody else. */
export function freeDocuments(check: (request: Request) => Fault | null): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation(request) {
          const refusal = check(request);
          if (refusal !== null) throw refusal;
        },
      };
    },
  };
}
