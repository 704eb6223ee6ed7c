import { join } from 'node:path';
import type { GraphQLDataSource } from '@apollo/gateway';
import { fastifyCookie } from '@fastify/cookie';
import type { Settings } from '@graphess/platform';
import type { Log, OpenSubgraph } from '@graphess/subgraph-kit';
import type { FastifyInstance } from 'fastify';
import { createLocalJWKSet, type JWTVerifyGetKey } from 'jose';
import type { GatewayContext } from '../gateway-context.ts';
import type { WithoutGuards } from '../guards.ts';
import { readAccessToken } from './access-token.ts';
import { cookieJar } from './cookies.ts';
import { type Identify, identifier, type KeyReader } from './identify.ts';
import { keptSecret, randomSecret } from './kept-secret.ts';
import { PROVIDER_PATH } from './local-provider/provider-address.ts';
import { organizationOfSiret } from './organization-of-siret.ts';
import { personOf, viewerOfPerson } from './person.ts';
import { publishedKeys } from './published-keys.ts';
import { refusalWriter } from './refusal-writer.ts';
import { registerStyle } from './register-style.ts';
import { sessionKeeper } from './session.ts';
import { sessionJournal } from './session-journal.ts';
import { providerClient } from './sign-in/provider-client.ts';
import { type Meter, registerSignIn } from './sign-in/register-sign-in.ts';
import { TokenRefused } from './token-refused.ts';

export type IdentityOptions = {
  settings: Settings;
  log: Log;
  /** The gateway's own part of the graph, which holds the journal of the door. */
  access(): OpenSubgraph | undefined;
  /** Where browsers see the platform, without a slash at its end. */
  origin: () => string;
  viewerOfKey: KeyReader;
  /** Counts what is asked in a viewer's name. */
  meter: Meter;
  /** The subgraph that knows organisations. */
  directory: GraphQLDataSource<GatewayContext>;
  without: WithoutGuards;
};

/**
 * Who asks: reads tokens, keys and sessions, and opens the pages of signing in. Outside production and without an issuer
 * of its own, the platform brings one, which production does not even load.
 */
export async function openIdentity(app: FastifyInstance, options: IdentityOptions): Promise<Identify> {
  const { settings, log, origin, without } = options;
  const own = settings.identity;
  const cookies = cookieJar(settings.production);
  await app.register(fastifyCookie);
  const local = own.issuer === null && !settings.production ? await localIssuer(app, options) : null;
  const issuer = () => own.issuer ?? `${origin()}${PROVIDER_PATH}`;
  const keys = local ?? (own.issuer === null ? null : publishedKeys({ issuer: own.issuer }));
  const journal = sessionJournal(options.access, log);
  const ofSiret = organizationOfSiret(options.directory);
  const sessions = sessionKeeper(await sessionSecret(settings), origin, without);
  const person = (claims: Parameters<typeof personOf>[0]) => personOf(claims, issuer(), own, ofSiret);

  const identify = identifier({
    sessionCookie: cookies.session.name,
    forgetSession: app.serializeCookie(cookies.session.name, '', { ...cookies.session.options, maxAge: 0 }),
    origin,
    without,
    viewerOfKey: options.viewerOfKey,
    onRefused: refusalWriter(options.access, log),
    async viewerOfToken(token) {
      if (keys === null) throw new TokenRefused('NO_ISSUER');
      const claims = await readAccessToken(token, { issuer: issuer(), keys, settings: own, without });
      return viewerOfPerson(await person(claims));
    },
    async viewerOfSession(cookie) {
      const session = await sessions.open(cookie);
      if (!without.has('session-end') && (await journal.isEnded(session))) throw new TokenRefused('ENDED');
      return viewerOfPerson(session);
    },
  });

  const provider =
    own.client === null || keys === null
      ? null
      : providerClient({
          settings: own,
          client: own.client,
          issuer,
          redirectUri: () => `${origin()}/auth/callback`,
        });
  await app.register(async (scope) => {
    registerStyle(scope);
    await registerSignIn(scope, {
      provider,
      sessions,
      cookies,
      origin,
      identify,
      meter: options.meter,
      personOf: person,
      journal,
      log,
    });
  });
  return identify;
}

/** The keys of the provider that the platform brings, once its pages are open. */
async function localIssuer(
  app: FastifyInstance,
  { settings, origin }: IdentityOptions,
): Promise<JWTVerifyGetKey> {
  const { registerLocalProvider } = await withoutRuntimeWarning(
    () => import('./local-provider/local-provider.ts'),
  );
  const { providerKey, publicPart } = await import('./local-provider/provider-keys.ts');
  const key = await providerKey(settings.dataDir);
  await app.register((scope) =>
    registerLocalProvider(scope, {
      origin,
      key,
      clientId: settings.identity.client?.id ?? '',
      audience: settings.identity.audience,
      cookieSecret: String(key.d),
    }),
  );
  return createLocalJWKSet({ keys: [publicPart(key)] });
}

/** In production settings demand one wherever browsers sign in; where they do not, nobody ever sees a session. */
async function sessionSecret({ identity, production, dataDir }: Settings): Promise<string> {
  if (identity.sessionSecret !== null) return identity.sessionSecret;
  if (production) return randomSecret();
  return keptSecret(join(dataDir, 'identity/session-secret'), randomSecret);
}

/** At its import the provider warns, on the console, of any Node that is not an LTS release yet. */
async function withoutRuntimeWarning<Module>(load: () => Promise<Module>): Promise<Module> {
  const { warn } = console;
  console.warn = (...said: unknown[]) => {
    if (!String(said[0]).includes('oidc-provider WARNING: Unsupported runtime')) warn(...said);
  };
  try {
    return await load();
  } finally {
    console.warn = warn;
  }
}
