import { type CryptoKey, exportSPKI, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { type SigningKey, signingKey } from './signing-key.ts';

type Honest = {
  issuer: string;
  alg: string;
  key: SigningKey;
  claims: JWTPayload;
  sign(claims: JWTPayload, header?: Record<string, unknown>): Promise<string>;
};

const now = () => Math.floor(Date.now() / 1000);

/** Ways to spoil a token of which everything else is right. */
const FORGERIES = {
  expired: ({ claims, sign }: Honest) => sign({ ...claims, iat: now() - 900, exp: now() - 600 }),
  'not yet valid': ({ claims, sign }: Honest) => sign({ ...claims, nbf: now() + 600, exp: now() + 900 }),
  'issued too long ago': ({ claims, sign }: Honest) => sign({ ...claims, iat: now() - 90 * 86_400 }),
  'without expiry': ({ claims, sign }: Honest) => sign(without(claims, 'exp')),
  'without subject': ({ claims, sign }: Honest) => sign(without(claims, 'sub')),
  'wrong audience': ({ claims, sign }: Honest) => sign({ ...claims, aud: 'https://another.test/api' }),
  'without audience': ({ claims, sign }: Honest) => sign(without(claims, 'aud')),
  'wrong issuer': ({ claims, sign }: Honest) => sign({ ...claims, iss: 'https://another.test' }),
  'issuer with a slash more': ({ claims, sign }: Honest) => sign({ ...claims, iss: `${claims.iss}/` }),
  'id token': ({ claims, sign }: Honest) => sign({ ...claims, nonce: 'n' }, { typ: 'JWT' }),
  'without type': ({ claims, sign }: Honest) => sign(claims, { typ: undefined }),
  'wrong key': async (honest: Honest) => {
    const own = await signingKey(honest.alg);
    return signed(honest, own.privateKey, { kid: honest.key.kid });
  },
  'unknown key': async (honest: Honest) => {
    const own = await signingKey(honest.alg);
    return signed(honest, own.privateKey, { kid: own.kid });
  },
  'key traversal': async (honest: Honest) => {
    const own = await signingKey(honest.alg);
    return signed(honest, own.privateKey, { kid: '../../../../dev/null' });
  },
  'jwk header': async (honest: Honest) => {
    const own = await signingKey(honest.alg);
    return signed(honest, own.privateKey, { kid: own.kid, jwk: own.jwk });
  },
  'jku header': async (honest: Honest) => {
    const own = await signingKey(honest.alg);
    return signed(honest, own.privateKey, { kid: own.kid, jku: 'http://127.0.0.1:9/jwks' });
  },
  'x5u header': async (honest: Honest) => {
    const own = await signingKey(honest.alg);
    return signed(honest, own.privateKey, { kid: own.kid, x5u: 'http://127.0.0.1:9/chain.pem' });
  },
  'alg none': async ({ claims }: Honest) => new UnsecuredJWT(claims).encode(),
  'alg none with type': async ({ claims }: Honest) =>
    `${encoded({ alg: 'none', typ: 'at+jwt' })}.${encoded(claims)}.`,
  'HS256 confusion': async ({ claims, key }: Honest) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: key.kid })
      .sign(new TextEncoder().encode(await exportSPKI(key.publicKey))),
  tampered: async ({ claims, sign }: Honest) => {
    const [header, , signature] = (await sign(claims)).split('.');
    return `${header}.${encoded({ ...claims, roles: ['admin'] })}.${signature}`;
  },
  'without signature': async ({ claims, sign }: Honest) => {
    const [header, payload] = (await sign(claims)).split('.');
    return `${header}.${payload}.`;
  },
} as const;

export type Forgery = keyof typeof FORGERIES;
export const FORGERY_NAMES = Object.keys(FORGERIES) as Forgery[];

export function forge(forgery: Forgery, honest: Honest): Promise<string> {
  return FORGERIES[forgery](honest);
}

function signed({ alg, claims }: Honest, key: CryptoKey, header: Record<string, unknown>): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg, typ: 'at+jwt', ...header }).sign(key);
}

function without(claims: JWTPayload, name: string): JWTPayload {
  return { ...claims, [name]: undefined };
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
