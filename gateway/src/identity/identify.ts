import { Fault, VISITOR, type Viewer } from '@graphess/subgraph-kit';
import type { FastifyRequest } from 'fastify';
import type { WithoutGuards } from '../guards.ts';
import { HttpRefusal } from '../http/http-refusal.ts';
import { type Credential, credentialOf } from './credentials.ts';
import { requireOwnPage } from './same-origin.ts';
import { KeysUnreachable, type RefusalReason, TokenRefused } from './token-refused.ts';

/** The viewer behind a request. Throws HttpRefusal: 400, 401, 403 or 503. */
export type Identify = (request: FastifyRequest) => Promise<Viewer>;

/** The viewer behind an API key; throws an `Unauthenticated` fault for one that opens nothing. */
export type KeyReader = (secret: string, request: { id: string; ip: string }) => Promise<Viewer>;

/** Leaves a trace of a refused token or session. */
export type RefusalWriter = (refusal: {
  action: 'TOKEN_REFUSED' | 'SESSION_REFUSED';
  reason: RefusalReason;
  requestId: string;
  ip: string;
}) => Promise<void>;

type Options = {
  sessionCookie: string;
  /** The `Set-Cookie` that takes a refused session away. */
  forgetSession: string;
  /** Where browsers see the platform. */
  origin: () => string;
  viewerOfToken: (token: string) => Promise<Viewer>;
  viewerOfSession: (cookie: string) => Promise<Viewer>;
  viewerOfKey: KeyReader;
  without: WithoutGuards;
  onRefused: RefusalWriter;
};

/** Reads whatever a request presents itself with, once per request. */
export function identifier(options: Options): Identify {
  const answers = new WeakMap<FastifyRequest, Promise<Viewer>>();
  return (request) => {
    const known = answers.get(request);
    if (known !== undefined) return known;
    const answer = viewerOf(request, options);
    answers.set(request, answer);
    return answer;
  };
}

async function viewerOf(request: FastifyRequest, options: Options): Promise<Viewer> {
  const credential = credentialOf(request, options.sessionCookie);
  if (credential.kind === 'session' && !options.without.has('session-origin')) {
    requireOwnPage(request, options.origin());
  }
  try {
    return await read(credential, request, options);
  } catch (error) {
    if (error instanceof TokenRefused) {
      const action = credential.kind === 'session' ? 'SESSION_REFUSED' : 'TOKEN_REFUSED';
      await options.onRefused({ action, reason: error.reason, requestId: request.id, ip: request.ip });
      throw refused(credential, options);
    }
    if (error instanceof KeysUnreachable) throw unreachable();
    const code = error instanceof Fault ? error.extensions['code'] : null;
    if (code === 'UNAUTHENTICATED') throw refused(credential, options);
    if (code === 'OVERLOADED') throw unreachable();
    throw error;
  }
}

async function read(credential: Credential, request: FastifyRequest, options: Options): Promise<Viewer> {
  switch (credential.kind) {
    case 'none':
      return VISITOR;
    case 'token':
      return options.viewerOfToken(credential.token);
    case 'key':
      return options.viewerOfKey(credential.secret, { id: request.id, ip: request.ip });
    case 'session':
      return options.viewerOfSession(credential.cookie);
    case 'unreadable':
      throw new TokenRefused('MALFORMED');
  }
}

const MESSAGES = {
  none: '',
  key: 'Cette clé n’est pas valable, ou ne l’est plus.',
  token: 'Ce jeton n’est pas valable, ou ne l’est plus.',
  unreadable: 'L’en-tête Authorization doit être « Bearer », puis un jeton ou une clé.',
  session: 'Votre session n’est plus valable : connectez-vous de nouveau.',
} as const;

/** RFC 6750, section 3. The reason is for the journal: it would tell a forger how near he is. */
function refused({ kind }: Credential, { forgetSession }: Options): HttpRefusal {
  return new HttpRefusal(401, 'UNAUTHENTICATED', MESSAGES[kind], {
    headers: {
      'www-authenticate': 'Bearer error="invalid_token"',
      // Else a browser would come back with it for ever.
      ...(kind === 'session' ? { 'set-cookie': forgetSession } : {}),
    },
  });
}

const RETRY_SECONDS = 5;

function unreachable(): HttpRefusal {
  return new HttpRefusal(
    503,
    'OVERLOADED',
    'Votre identité ne peut pas être vérifiée pour l’instant : réessayez dans quelques secondes.',
    {
      headers: { 'retry-after': String(RETRY_SECONDS) },
      extensions: { retryAfterSeconds: RETRY_SECONDS },
    },
  );
}
