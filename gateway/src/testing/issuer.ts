import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type JWTPayload, SignJWT } from 'jose';
import { type Forgery, forge } from './forged-tokens.ts';
import { type SigningKey, signingKey } from './signing-key.ts';

const AUDIENCE = 'https://graphess.test/api';

export type Claims = JWTPayload & { roles?: readonly string[]; organization?: string };

export type TestIssuer = {
  readonly url: string;
  readonly audience: string;
  /** Settings of a platform in production that trusts this issuer, but for its database. */
  readonly env: Record<string, string>;
  /** An access token as the platform wants it; any claim or header can be another one, `undefined` takes it away. */
  token(claims?: Claims, header?: Record<string, unknown>): Promise<string>;
  /** The same token, spoilt in one way. */
  forged(forgery: Forgery, claims?: Claims): Promise<string>;
  /** New tokens are signed with a new key; the old one leaves the published set when `forget` is true. */
  rotateKeys(options?: { forget?: boolean }): Promise<void>;
  /** How often the key set was asked for. */
  keySetRequests(): number;
  /** From now on the issuer answers nothing, until `comeBack`. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  stop(): Promise<void>;
};

/** What a browser flow needs of an issuer beyond keys and tokens: answers true when it has answered. */
export type IssuerPages = (
  request: { url: URL; method: string; body: URLSearchParams; authorization: string | undefined },
  response: ServerResponse,
  issuer: { url: string; audience: string; key: SigningKey },
) => Promise<boolean>;

/**
 * An identity provider of a test, outside the platform: a real HTTP server with a discovery document, a key set, and
 * tokens at will. `await using issuer = await testIssuer()` or stop it by hand.
 */
export async function testIssuer(
  options: { alg?: string; metadata?: Record<string, unknown>; pages?: IssuerPages } = {},
): Promise<TestIssuer> {
  const alg = options.alg ?? 'ES256';
  let keys = [await signingKey(alg)];
  let asked = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const address = new URL(request.url ?? '/', url);
      const body = new URLSearchParams(Buffer.concat(chunks).toString());
      void answer(address, request.method ?? 'GET', body, request.headers.authorization, response);
    });
  });
  const port = await listen(server, 0);
  const url = `http://127.0.0.1:${port}`;
  const newest = () => {
    const key = keys[0];
    if (key === undefined) throw new Error('an issuer has a key');
    return key;
  };

  async function answer(
    address: URL,
    method: string,
    body: URLSearchParams,
    authorization: string | undefined,
    response: ServerResponse,
  ) {
    if (address.pathname === '/.well-known/openid-configuration') {
      return sendJson(response, { ...discovery(url, alg), ...options.metadata });
    }
    if (address.pathname === '/jwks') {
      asked += 1;
      return sendJson(response, { keys: keys.map(({ jwk }) => jwk) });
    }
    const known = await options.pages?.({ url: address, method, body, authorization }, response, {
      url,
      audience: AUDIENCE,
      key: newest(),
    });
    if (known !== true) response.writeHead(404).end();
  }

  const sign: TestIssuer['token'] = (claims = {}, header = {}) => {
    const key = newest();
    return new SignJWT({ ...usualClaims(url), ...claims })
      .setProtectedHeader({ alg, kid: key.kid, typ: 'at+jwt', ...header })
      .sign(key.privateKey);
  };
  return {
    url,
    audience: AUDIENCE,
    env: {
      NODE_ENV: 'production',
      DEMONSTRATION: 'false',
      OIDC_ISSUER: url,
      OIDC_AUDIENCE: AUDIENCE,
      OIDC_CLIENT_ID: 'graphess',
      OIDC_CLIENT_SECRET: 'a secret of the test client alone',
      SESSION_SECRET: randomBytes(32).toString('base64url'),
    },
    token: sign,
    forged: (forgery, claims = {}) =>
      forge(forgery, { issuer: url, alg, key: newest(), claims: { ...usualClaims(url), ...claims }, sign }),
    async rotateKeys({ forget = false } = {}) {
      keys = [await signingKey(alg), ...(forget ? [] : keys)];
    },
    keySetRequests: () => asked,
    goAway: () => close(server),
    async comeBack() {
      await listen(server, port);
    },
    stop: () => close(server),
  };
}

function usualClaims(issuer: string): Claims {
  const now = Math.floor(Date.now() / 1000);
  return { iss: issuer, aud: AUDIENCE, sub: 'somebody', iat: now, exp: now + 300, jti: randomUUID() };
}

function discovery(url: string, alg: string) {
  return {
    issuer: url,
    jwks_uri: `${url}/jwks`,
    authorization_endpoint: `${url}/authorize`,
    token_endpoint: `${url}/token`,
    userinfo_endpoint: `${url}/userinfo`,
    end_session_endpoint: `${url}/session/end`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: [alg],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
  };
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port }, () => resolve((server.address() as AddressInfo).port));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
