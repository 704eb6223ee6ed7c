import { SignJWT, UnsecuredJWT } from 'jose';
import { expect, test } from 'vitest';
import { testIdentities } from '../testing/service-identities.ts';
import { VISITOR, type Viewer } from '../viewer.ts';
import type { ServiceIdentity } from './service-identity.ts';
import { STATEMENT_TYPE, signStatement } from './sign-statement.ts';
import {
  type RefusalReason,
  type StatementGuard,
  StatementRefused,
  verifyStatement,
} from './verify-statement.ts';

const NOW = new Date('2026-03-02T10:00:00.900Z');
const AGENT: Viewer = {
  kind: 'person',
  subject: 'p-1',
  roles: ['agent'],
  scopes: ['calls:read'],
  organization: 'o-1',
};
const identityOf = await testIdentities('library', 'reader');
const strangerOf = await testIdentities('library');
const gateway = identityOf('gateway');
const content = { audience: 'library', viewer: AGENT, requestId: 'request-1' };

const verdict = (token: string | string[] | undefined, now = NOW, without: StatementGuard[] = []) =>
  verifyStatement(token, {
    audience: 'library',
    known: gateway.known,
    now,
    without: new Set(without),
  }).catch((error: unknown) => {
    if (error instanceof StatementRefused) return error.reason;
    throw error;
  });

const after = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);

/** A statement whose header or claims somebody changed before it was signed. */
function signed(
  header: Record<string, unknown>,
  claims: Record<string, unknown>,
  identity: ServiceIdentity = gateway,
): Promise<string> {
  const iat = Math.floor(NOW.getTime() / 1000);
  return new SignJWT({
    iss: 'gateway',
    aud: 'library',
    iat,
    exp: iat + 30,
    jti: 'j',
    kind: 'visitor',
    roles: [],
    scopes: [],
    rid: 'request-1',
    ...claims,
  })
    .setProtectedHeader({ alg: 'Ed25519', kid: identity.kid, typ: STATEMENT_TYPE, ...header })
    .sign(identity.privateKey);
}

test.each<Viewer>([AGENT, VISITOR, { ...AGENT, kind: 'key', organization: null }])(
  'a statement says who asks, in which request, and through which service',
  async (viewer) => {
    const token = await signStatement(gateway, { ...content, viewer }, NOW);
    expect(await verdict(token)).toEqual({ service: 'gateway', viewer, requestId: 'request-1' });
  },
);

test('a statement lives for 30 seconds at most, and its signer’s clock may be 5 seconds ahead', async () => {
  const token = await signStatement(gateway, content, NOW);
  const held = await Promise.all(
    [-6_000, -5_000, 29_000, 30_000].map(async (ms) => typeof (await verdict(token, after(ms)))),
  );
  expect(held).toEqual(['string', 'object', 'object', 'string']);
  expect([await verdict(token, after(-6_000)), await verdict(token, after(30_000))]).toEqual([
    'STALE',
    'STALE',
  ]);
  const long = await signed({}, { exp: Math.floor(NOW.getTime() / 1000) + 3_600 });
  expect(await verdict(long)).toBe('STALE');
});

const half = async () => (await signStatement(gateway, content, NOW)).split('.');
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

test.each<[string, RefusalReason, () => Promise<string | string[] | undefined>]>([
  ['no statement', 'ABSENT', async () => undefined],
  ['an empty one', 'ABSENT', async () => ''],
  ['two of them', 'MALFORMED', async () => ['a', 'b']],
  [
    'two of them in one header',
    'MALFORMED',
    async () => `${(await half()).join('.')}, ${(await half()).join('.')}`,
  ],
  ['text', 'MALFORMED', async () => 'agent'],
  ['an endless one', 'MALFORMED', async () => 'x'.repeat(9_000)],
  ['alg: none', 'ALGORITHM', async () => new UnsecuredJWT({ iss: 'gateway', aud: 'library' }).encode()],
  [
    'alg: none with a signature',
    'ALGORITHM',
    async () => {
      const [, claims, signature] = await half();
      return [encode({ alg: 'none', kid: gateway.kid, typ: STATEMENT_TYPE }), claims, signature].join('.');
    },
  ],
  [
    'HS256 with the public key as its secret',
    'ALGORITHM',
    async () =>
      new SignJWT({ iss: 'gateway', aud: 'library' })
        .setProtectedHeader({ alg: 'HS256', kid: gateway.kid, typ: STATEMENT_TYPE })
        .sign(Buffer.from(gateway.kid)),
  ],
  [
    'other claims under the same signature',
    'FORGED',
    async () => {
      const [header, claims = '', signature] = await half();
      const known = JSON.parse(Buffer.from(claims, 'base64url').toString()) as object;
      return [header, encode({ ...known, roles: ['admin'] }), signature].join('.');
    },
  ],
  ['a key that nobody knows', 'UNKNOWN_KEY', async () => signStatement(strangerOf('gateway'), content, NOW)],
  [
    'a stranger’s key under a known name',
    'FORGED',
    async () => signed({ kid: gateway.kid }, {}, strangerOf('gateway')),
  ],
  ['no key id', 'UNKNOWN_KEY', async () => signed({ kid: undefined }, {})],
  [
    'a key of its own in the header',
    'UNKNOWN_KEY',
    async () =>
      signed({ kid: 'gateway.own', jwk: { kty: 'OKP', crv: 'Ed25519', x: 'x' } }, {}, strangerOf('gateway')),
  ],
  ['a JWT of another kind', 'MALFORMED', async () => signed({ typ: 'JWT' }, {})],
  [
    'a statement for a sibling',
    'AUDIENCE',
    async () => signStatement(gateway, { ...content, audience: 'reader' }, NOW),
  ],
  ['a subgraph that says it is the gateway', 'ISSUER', async () => signed({}, {}, identityOf('reader'))],
  ['no expiry', 'MALFORMED', async () => signed({}, { exp: undefined })],
  ['a kind that does not exist', 'MALFORMED', async () => signed({}, { kind: 'root' })],
  ['a visitor with a subject', 'MALFORMED', async () => signed({}, { sub: 'p-1' })],
  ['a person without one', 'MALFORMED', async () => signed({}, { kind: 'person' })],
  ['a request id that is no plain one', 'MALFORMED', async () => signed({}, { rid: 'a\nb' })],
])('%s is refused: %s', async (_case, reason, token) => {
  expect(await verdict(await token())).toBe(reason);
});

test.each<[StatementGuard, () => Promise<string>, Date]>([
  ['statement', async () => signStatement(strangerOf('gateway'), content, NOW), NOW],
  ['statement-issuer', async () => signed({}, {}, identityOf('reader')), NOW],
  ['statement-audience', async () => signStatement(gateway, { ...content, audience: 'reader' }, NOW), NOW],
  ['statement-age', async () => signStatement(gateway, content, NOW), after(3_600_000)],
])('without the guard « %s » its statement would pass', async (guard, token, now) => {
  expect([
    typeof (await verdict(await token(), now)),
    typeof (await verdict(await token(), now, [guard])),
  ]).toEqual(['string', 'object']);
});
