import type { JWK } from 'jose';
import { type AccountClaims, type Configuration, errors, Provider } from 'oidc-provider';
import { type Account, accountNamed } from './accounts.ts';
import { memoryAdapters } from './memory-adapter.ts';
import { PROVIDER_PATH, SCRIPT_CLIENT } from './provider-address.ts';
import { endPage, errorPage } from './provider-pages.ts';

const HOUR = 3_600;
const DAY = 24 * HOUR;
const TOKEN_SECONDS = 8 * HOUR;

export type ProviderOptions = {
  /** Where browsers see the platform. */
  origin: string;
  clientId: string;
  audience: string;
  key: JWK;
  cookieSecret: string;
};

/**
 * A whole OpenID provider for one machine, with accounts that need no password. The protocol is the real one: what works
 * with it works with any other.
 */
export function createProvider(options: ProviderOptions): Provider {
  const { origin, clientId, audience, key, cookieSecret } = options;
  const configuration: Configuration = {
    adapter: memoryAdapters(),
    jwks: { keys: [key as never] },
    cookies: {
      keys: [cookieSecret],
      long: { path: PROVIDER_PATH, sameSite: 'lax', httpOnly: true },
      short: { path: PROVIDER_PATH, sameSite: 'lax', httpOnly: true },
    },
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        redirect_uris: [`${origin}/auth/callback`],
        post_logout_redirect_uris: [`${origin}/`],
        id_token_signed_response_alg: 'ES256',
      },
      {
        client_id: SCRIPT_CLIENT.id,
        token_endpoint_auth_method: 'none',
        redirect_uris: [SCRIPT_CLIENT.redirectUri],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    scopes: ['openid'],
    claims: { openid: ['sub', 'roles', 'organization'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    responseTypes: ['code'],
    // Scripts learn from the provider what to ask a token for.
    discovery: { graphess_audience: audience },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (ctx, form) => {
          ctx.body = endPage(form);
        },
      },
      resourceIndicators: {
        enabled: true,
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, indicator) => {
          if (indicator !== audience) throw new errors.InvalidTarget();
          return {
            scope: 'openid',
            audience,
            accessTokenTTL: TOKEN_SECONDS,
            accessTokenFormat: 'jwt',
            jwt: { sign: { alg: 'ES256' } },
          };
        },
      },
    },
    interactions: { url: (_ctx, { uid }) => `${PROVIDER_PATH}/interaction/${uid}` },
    findAccount: (_ctx, name) => {
      const account = accountNamed(name);
      return account && { accountId: name, claims: () => claimsOf(account) };
    },
    extraTokenClaims: (_ctx, token) => {
      const account = 'accountId' in token ? accountNamed(String(token.accountId)) : undefined;
      return account && rightsOf(account);
    },
    // Nobody is asked to agree: the platform is the only one that these accounts are for.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid');
      grant.addOIDCClaims(['sub', 'roles', 'organization']);
      grant.addResourceScope(audience, 'openid');
      await grant.save();
      return grant;
    },
    renderError: (ctx) => {
      ctx.type = 'html';
      ctx.body = errorPage();
    },
    ttl: {
      AccessToken: (_ctx, token) => token.resourceServer?.accessTokenTTL ?? HOUR,
      AuthorizationCode: 60,
      Grant: DAY,
      IdToken: HOUR,
      Interaction: HOUR,
      Session: DAY,
    },
  };
  return new Provider(`${origin}${PROVIDER_PATH}`, configuration);
}

function rightsOf({ roles, organization }: Account) {
  return { roles: [...roles], ...(organization === null ? {} : { organization }) };
}

function claimsOf(account: Account): AccountClaims {
  return { sub: account.name, ...rightsOf(account) };
}
