import * as client from 'openid-client';
import { z } from 'zod';
import { PROVIDER_PATH, SCRIPT_CLIENT } from './provider-address.ts';

const TIMEOUT_MS = 10_000;
const MAX_STEPS = 6;

const discovery = z.looseObject({ issuer: z.string(), authorization_endpoint: z.url() });

/** No platform, or none with accounts of demonstration, answers at the address. */
export class NoLocalProvider extends Error {
  override name = 'NoLocalProvider';
}

/**
 * An access token of a demonstration account (`agent`, `applicant-2`…) of the local platform at `baseUrl`, by the same
 * steps as a browser: authorization code, PKCE, the account chosen on the sign-in page.
 */
export async function accessTokenOf(baseUrl: string, account: string): Promise<string> {
  const { metadata, audience } = await describe(baseUrl);
  const config = new client.Configuration(metadata, SCRIPT_CLIENT.id, undefined, client.None());
  client.allowInsecureRequests(config);
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const start = client.buildAuthorizationUrl(config, {
    redirect_uri: SCRIPT_CLIENT.redirectUri,
    scope: 'openid',
    state,
    resource: audience,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  const back = await walk(start, account);
  const tokens = await client.authorizationCodeGrant(
    config,
    back,
    { expectedState: state, pkceCodeVerifier: verifier, idTokenExpected: true },
    { resource: audience },
  );
  return tokens.access_token;
}

async function describe(baseUrl: string): Promise<{ metadata: client.ServerMetadata; audience: string }> {
  const url = new URL(`${PROVIDER_PATH}/.well-known/openid-configuration`, baseUrl);
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => null);
  if (response === null || !response.ok) throw new NoLocalProvider();
  const read = discovery
    .extend({ graphess_audience: z.string() })
    .safeParse(await response.json().catch(() => null));
  if (!read.success) throw new NoLocalProvider();
  return { metadata: read.data as client.ServerMetadata, audience: read.data.graphess_audience };
}

/** Follows the provider from page to page with its cookies, up to the address of scripts, which nothing serves. */
async function walk(start: URL, account: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let next = { url: start, choosing: false };
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const response = await fetch(next.url, {
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(next.choosing ? { method: 'POST', body: new URLSearchParams({ account }) } : {}),
    });
    await response.body?.cancel();
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) throw new NoLocalProvider();
    const url = new URL(location, next.url);
    if (url.href.startsWith(`${SCRIPT_CLIENT.redirectUri}?`)) return url;
    next = { url, choosing: url.pathname.startsWith(`${PROVIDER_PATH}/interaction/`) };
  }
  throw new NoLocalProvider();
}
