import { randomBytes } from 'node:crypto';
import type { IdentitySettings } from '@graphess/platform';
import type { JWTPayload } from 'jose';
import * as client from 'openid-client';

const TIMEOUT_SECONDS = 10;

/** What a sign-in must come back with. */
export type Errand = { readonly state: string; readonly nonce: string; readonly verifier: string };

export type SignedIn = { readonly claims: JWTPayload; readonly idToken: string };

/** The platform as a client of its identity provider: authorization code with PKCE (RFC 7636, RFC 9700). */
export type ProviderClient = {
  /** Where to send a browser. */
  start(): Promise<{ url: URL; errand: Errand }>;
  /** What the provider says of who came back at `url`. Throws when anything does not fit. */
  finish(url: URL, errand: Errand): Promise<SignedIn>;
  /** Where the provider wants to be told of the end, null where it does not. */
  end(idToken: string | null, returnTo: string): Promise<URL | null>;
};

type Options = {
  settings: Pick<IdentitySettings, 'algorithms' | 'userinfoAlgorithm' | 'scopes'>;
  client: NonNullable<IdentitySettings['client']>;
  issuer: () => string;
  redirectUri: () => string;
};

export function providerClient(options: Options): ProviderClient {
  let known: client.Configuration | null = null;
  const configuration = async () => {
    known ??= await configure(options);
    return known;
  };
  return {
    async start() {
      const config = await configuration();
      const errand = { state: random(), nonce: random(), verifier: client.randomPKCECodeVerifier() };
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: options.redirectUri(),
        scope: options.settings.scopes,
        state: errand.state,
        nonce: errand.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(errand.verifier),
        code_challenge_method: 'S256',
      });
      return { url, errand };
    },

    async finish(url, { state, nonce, verifier }) {
      const config = await configuration();
      const tokens = await client.authorizationCodeGrant(config, url, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const own = tokens.claims();
      if (own === undefined || tokens.id_token === undefined) throw new Error('an ID token was expected');
      const told =
        config.serverMetadata().userinfo_endpoint === undefined
          ? {}
          : await client.fetchUserInfo(config, tokens.access_token, own.sub);
      return { claims: { ...told, ...own }, idToken: tokens.id_token };
    },

    async end(idToken, returnTo) {
      const config = await configuration();
      if (config.serverMetadata().end_session_endpoint === undefined) return null;
      return client.buildEndSessionUrl(config, {
        post_logout_redirect_uri: returnTo,
        state: random(),
        ...(idToken === null ? {} : { id_token_hint: idToken }),
      });
    },
  };
}

async function configure({
  settings,
  issuer,
  client: { id, secret },
}: Options): Promise<client.Configuration> {
  const server = new URL(issuer());
  // Only an issuer on this machine may be reached without TLS: settings see to that.
  const execute = server.protocol === 'http:' ? [client.allowInsecureRequests] : [];
  const authentication = secret === null ? client.None() : client.ClientSecretPost(secret);
  const options = { execute, timeout: TIMEOUT_SECONDS };
  const found = await client.discovery(server, id, undefined, authentication, options);
  const metadata = found.serverMetadata();
  const config = new client.Configuration(
    Object.assign(metadata, {
      id_token_signing_alg_values_supported: accepted(metadata, settings.algorithms),
    }),
    id,
    settings.userinfoAlgorithm === null ? {} : { userinfo_signed_response_alg: settings.userinfoAlgorithm },
    authentication,
  );
  for (const extension of execute) extension(config);
  client.enableNonRepudiationChecks(config);
  config.timeout = TIMEOUT_SECONDS;
  return config;
}

/** Of the signatures that the provider offers, those that settings accept; OpenID Connect's default is RS256. */
function accepted(metadata: client.ServerMetadata, algorithms: readonly string[]): string[] {
  const offered = metadata.id_token_signing_alg_values_supported ?? ['RS256'];
  return offered.filter((algorithm) => algorithms.includes(algorithm));
}

function random(): string {
  return randomBytes(32).toString('base64url');
}
