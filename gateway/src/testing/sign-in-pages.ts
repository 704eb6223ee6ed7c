import { createHash, randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { type JWTPayload, SignJWT } from 'jose';
import type { IssuerPages } from './issuer.ts';
import { type SigningKey, signingKey } from './signing-key.ts';

export type SignInBehaviour = {
  /** What userinfo tells of whoever signs in, `sub` included. */
  person: JWTPayload;
  /** Whether userinfo is a signed JWT, as ProConnect’s is, and if so with a key of its own that nobody knows. */
  userinfo?: 'json' | 'signed' | 'signed by another';
  /** Claims of the ID token that are other than they should be. */
  idToken?: JWTPayload;
};

/** The pages of an issuer where whoever comes is signed in at once; `behaviour` may change between two sign-ins. */
export function signInPages(behaviour: SignInBehaviour): IssuerPages {
  const codes = new Map<string, URLSearchParams>();
  return async ({ url, body, authorization }, response, { url: issuer, key }) => {
    if (url.pathname === '/authorize') {
      const code = randomUUID();
      codes.set(code, url.searchParams);
      const back = new URL(url.searchParams.get('redirect_uri') ?? '');
      back.search = new URLSearchParams({
        code,
        state: url.searchParams.get('state') ?? '',
        iss: issuer,
      }).toString();
      response.writeHead(303, { location: back.href }).end();
      return true;
    }
    if (url.pathname === '/token') {
      const asked = codes.get(body.get('code') ?? '');
      codes.delete(body.get('code') ?? '');
      const proof = createHash('sha256')
        .update(body.get('code_verifier') ?? '')
        .digest('base64url');
      if (asked === undefined || proof !== asked.get('code_challenge'))
        return sendJson(response, 400, { error: 'invalid_grant' });
      const idToken = await signed(key, {
        iss: issuer,
        aud: asked.get('client_id') ?? '',
        sub: String(behaviour.person.sub),
        nonce: asked.get('nonce'),
        ...behaviour.idToken,
      });
      return sendJson(response, 200, {
        access_token: 'opaque',
        token_type: 'Bearer',
        expires_in: 60,
        id_token: idToken,
      });
    }
    if (url.pathname === '/userinfo') {
      if (authorization !== 'Bearer opaque') return sendJson(response, 401, {});
      if (behaviour.userinfo === 'json') return sendJson(response, 200, behaviour.person);
      const userinfoKey =
        behaviour.userinfo === 'signed by another' ? { ...(await signingKey('ES256')), kid: key.kid } : key;
      const jwt = await signed(userinfoKey, { iss: issuer, aud: 'graphess', ...behaviour.person });
      response.writeHead(200, { 'content-type': 'application/jwt' }).end(jwt);
      return true;
    }
    return false;
  };
}

function signed(key: SigningKey, claims: JWTPayload): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  return new SignJWT({ iat: now, exp: now + 300, ...claims })
    .setProtectedHeader({ alg: 'ES256', kid: key.kid })
    .sign(key.privateKey);
}

function sendJson(response: ServerResponse, status: number, value: unknown): true {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  return true;
}
