import type { Log } from '@graphess/subgraph-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { HttpRefusal } from '../../http/http-refusal.ts';
import type { CookieJar } from '../cookies.ts';
import type { Identify } from '../identify.ts';
import type { Person } from '../person.ts';
import { requireOwnPage } from '../same-origin.ts';
import { sendPage } from '../send-page.ts';
import { SESSION_SECONDS, type SessionKeeper } from '../session.ts';
import type { SessionJournal } from '../session-journal.ts';
import type { ProviderClient, SignedIn } from './provider-client.ts';
import { returnPath } from './return-path.rules.ts';
import { signInFailedPage } from './sign-in-failed.page.ts';

const ERRAND_SECONDS = 600;
/** Browsers drop a cookie beyond 4096 characters, name and attributes included. */
const MAX_COOKIE_CHARS = 3_800;

const errandClaims = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
});
const farewellClaims = z.object({ idToken: z.string() });

export type Meter = (identify: Identify) => (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

type Options = {
  /** Null where browsers cannot sign in. */
  provider: ProviderClient | null;
  sessions: SessionKeeper;
  cookies: CookieJar;
  origin: () => string;
  identify: Identify;
  /** Counts what is asked in a viewer's name. */
  meter: Meter;
  personOf: (claims: SignedIn['claims']) => Promise<Person>;
  journal: SessionJournal;
  log: Log;
};

/** Signing in and out with a browser: `/auth/login`, `/auth/callback`, `/auth/logout`, `/auth/session`. */
export async function registerSignIn(app: FastifyInstance, options: Options): Promise<void> {
  const { sessions, cookies, origin, identify, journal, log } = options;
  const provider = () => {
    if (options.provider !== null) return options.provider;
    throw new HttpRefusal(404, 'BAD_REQUEST', 'La connexion par navigateur n’est pas ouverte ici.');
  };
  // A form without fields has this type; nothing of it is read.
  app.addContentTypeParser('application/x-www-form-urlencoded', (_request, payload, done) => {
    payload.resume();
    done(null);
  });

  app.get<{ Querystring: Record<string, unknown> }>('/auth/login', async (request, reply) => {
    const elsewhere = samePageAt(origin(), request);
    if (elsewhere !== null) return reply.redirect(elsewhere, 303);
    const { url, errand } = await provider()
      .start()
      .catch((error: unknown) => {
        throw unavailable(error, request, log);
      });
    const returnTo = returnPath(request.query['return']);
    const sealed = await sessions.encrypt('sign-in', { ...errand, returnTo }, ERRAND_SECONDS);
    reply.setCookie(cookies.signIn.name, sealed, { ...cookies.signIn.options, maxAge: ERRAND_SECONDS });
    return reply.redirect(url.href, 303);
  });

  app.get('/auth/callback', async (request, reply) => {
    const sealed = request.cookies[cookies.signIn.name];
    reply.clearCookie(cookies.signIn.name, cookies.signIn.options);
    const errand = errandClaims.safeParse(sealed ? await sessions.decrypt('sign-in', sealed) : null);
    const failed = (status: number) => sendPage(reply.code(status), signInFailedPage(request.id));
    if (!errand.success) return failed(400);
    const url = new URL(request.url, origin());
    if (url.searchParams.get('state') !== errand.data.state) return failed(400);
    let signedIn: SignedIn;
    try {
      signedIn = await provider().finish(url, errand.data);
    } catch (error) {
      log.warn({ requestId: request.id, ...kindOf(error) }, 'sign-in failed');
      return failed(400);
    }
    try {
      await welcome(signedIn, request.id, reply, options);
    } catch (error) {
      log.warn({ requestId: request.id, ...kindOf(error) }, 'sign-in could not be noted');
      return failed(503);
    }
    return reply.redirect(errand.data.returnTo, 303);
  });

  app.post('/auth/logout', async (request, reply) => {
    requireOwnPage(request, origin());
    const cookie = request.cookies[cookies.session.name];
    const session = cookie === undefined ? null : await sessions.open(cookie).catch(() => null);
    // Without its database the platform still forgets this browser; a copy of the cookie would live on until its end.
    await (session && journal.end(session, request.id))?.catch((error: unknown) =>
      log.error({ requestId: request.id, ...kindOf(error) }, 'the end of a session could not be noted'),
    );
    const sealed = request.cookies[cookies.farewell.name];
    const farewell = farewellClaims.safeParse(sealed ? await sessions.decrypt('farewell', sealed) : null);
    for (const { name, options: attributes } of Object.values(cookies)) reply.clearCookie(name, attributes);
    const home = `${origin()}/`;
    const wasHere = session !== null || farewell.success;
    const end = wasHere
      ? await options.provider?.end(farewell.data?.idToken ?? null, home).catch(() => null)
      : null;
    return reply.redirect(end?.href ?? home, 303);
  });

  app.get('/auth/session', { onRequest: options.meter(identify) }, async (request) => {
    const viewer = await identify(request);
    return {
      signedIn: viewer.kind !== 'visitor',
      viewer: { kind: viewer.kind, roles: viewer.roles, organization: viewer.organization },
    };
  });
}

async function welcome(
  { claims, idToken }: SignedIn,
  requestId: string,
  reply: FastifyReply,
  { sessions, cookies, personOf, journal }: Options,
): Promise<void> {
  const maxAge = SESSION_SECONDS;
  const session = await sessions.seal(await personOf(claims));
  await journal.noteOpened(await sessions.open(session), requestId);
  reply.setCookie(cookies.session.name, session, { ...cookies.session.options, maxAge });
  const farewell = await sessions.encrypt('farewell', { idToken }, maxAge);
  if (farewell.length > MAX_COOKIE_CHARS) return;
  reply.setCookie(cookies.farewell.name, farewell, { ...cookies.farewell.options, maxAge });
}

/** `localhost` and `127.0.0.1` are one machine and two sites: cookies set at one are not sent to the other. */
function samePageAt(origin: string, request: FastifyRequest): string | null {
  const own = new URL(origin);
  const loopback = ['localhost', '127.0.0.1', '[::1]'];
  const asked = URL.parse(`http://${request.headers.host ?? ''}`);
  if (asked === null || asked.hostname === own.hostname || asked.port !== own.port) return null;
  return loopback.includes(asked.hostname) && loopback.includes(own.hostname)
    ? new URL(request.url, origin).href
    : null;
}

function unavailable(error: unknown, request: FastifyRequest, log: Log): HttpRefusal {
  if (error instanceof HttpRefusal) return error;
  log.warn({ requestId: request.id, ...kindOf(error) }, 'the identity provider does not answer');
  return new HttpRefusal(
    503,
    'OVERLOADED',
    'Le service d’identité ne répond pas : réessayez dans quelques instants.',
    { headers: { 'retry-after': '5' } },
  );
}

/** What kind of error it was, and nothing that the provider or a browser wrote. */
function kindOf(error: unknown): { kind: string; code?: string } {
  if (!(error instanceof Error)) return { kind: typeof error };
  return {
    kind: error.name,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
  };
}
